import { AuditTrail } from '@mash/audit-client';
import { CaseAccessRepository } from '@mash/case-access';
import { IntakePartErasedV1, EnquiryErasedV1 } from '@mash/contracts';
import { Inbox, Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ErasedEnquiryRepository } from '../persistence/erased-enquiry.repository';

const SYSTEM = { id: 'contact-intake', kind: 'system' } as const;

/** Nobody can open any more what was sealed; here what is plain and personal goes too, and `sharing` is told that it has. */
@Controller()
export class EraseOurPartWhenEnquiryIsErased {
  static readonly consumerId = 'contact-intake.erase-our-part-when-enquiry-is-erased';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly erased: ErasedEnquiryRepository,
    private readonly access: CaseAccessRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @EventPattern(EnquiryErasedV1.type)
  async handle(@Payload() event: EnquiryErasedV1): Promise<void> {
    const { partnershipId } = event;
    const { enquiryId, erasureId, keyIds } = event.data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, EraseOurPartWhenEnquiryIsErased.consumerId, event.id))) return;
      const at = this.clock.now();
      await this.access.forget(tx, enquiryId);
      const rows = await this.erased.erase(tx, { enquiryId, partnershipId, erasureId, keyIds, at });
      const announced = { enquiryId, erasureId, rows, erasedAt: at.toISOString() };
      const context = { partnershipId, correlationId: enquiryId, causationId: event.id, actor: SYSTEM };
      await this.outbox.append(tx, IntakePartErasedV1, announced, context);
      const subject = { type: 'Erasure', id: erasureId };
      const entry = {
        actor: SYSTEM,
        partnershipId,
        action: 'enquiry.erase-part',
        subject,
        enquiryId,
        counts: { rows },
      };
      await this.audit.record(tx, { ...entry, outcome: 'done' }, { evenIfUnsent: true });
    });
  }
}
