import { AuditTrail } from '@mash/audit-client';
import type { EnquiryErasedV1, EventContract, PartErased } from '@mash/contracts';
import { Inbox, Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ErasedEnquiryRepository } from './erased-enquiry.repository';

export interface OwnPart {
  readonly service: string;
  readonly consumerId: string;
  /** How this service says that its part is done. */
  readonly done: EventContract<typeof PartErased>;
  /** Enquiries under legal hold, where the service's own function spares whom they met. */
  readonly held?: readonly string[];
  /** What goes beside the service's own rows, in the same transaction. */
  readonly also?: (tx: Tx) => Promise<void>;
}

/** Removes a service's part of an erased enquiry, once; tells `sharing`, and the audit log, that it has. */
@Injectable()
export class PartEraser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly erased: ErasedEnquiryRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async erase({ id, partnershipId, data }: EnquiryErasedV1, part: OwnPart): Promise<void> {
    const { enquiryId, erasureId, keyIds } = data;
    const actor = { id: part.service, kind: 'system' } as const;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, part.consumerId, id))) return;
      const at = this.clock.now();
      await part.also?.(tx);
      const rows = await this.erased.erase(tx, { enquiryId, partnershipId, erasureId, keyIds, at, held: part.held });
      const announced = { enquiryId, erasureId, rows, erasedAt: at.toISOString() };
      const context = { partnershipId, correlationId: enquiryId, causationId: id, actor };
      await this.outbox.append(tx, part.done, announced, context);
      const subject = { type: 'Erasure', id: erasureId };
      const entry = { actor, partnershipId, action: 'enquiry.erase-part', subject, enquiryId, counts: { rows } };
      await this.audit.record(tx, { ...entry, outcome: 'done' }, { evenIfUnsent: true });
    });
  }
}
