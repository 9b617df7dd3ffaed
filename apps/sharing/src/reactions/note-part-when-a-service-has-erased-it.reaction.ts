import { AuditTrail } from '@mash/audit-client';
import { DecisionPartErasedV1, IntakePartErasedV1, RequestsPartErasedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { ErasureRepository } from '../erasure/erasure.repository';

type PartErased = IntakePartErasedV1 | DecisionPartErasedV1 | RequestsPartErasedV1;

/** Information governance sees which service has done its part of an erasure, and which has not. */
@Controller()
export class NotePartWhenAServiceHasErasedIt {
  static readonly consumerId = 'sharing.note-part-when-a-service-has-erased-it';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly erasures: ErasureRepository,
    private readonly audit: AuditTrail,
  ) {}

  @EventPattern(IntakePartErasedV1.type)
  intake(@Payload() event: IntakePartErasedV1): Promise<void> {
    return this.note(event, 'contact-intake');
  }

  @EventPattern(DecisionPartErasedV1.type)
  decision(@Payload() event: DecisionPartErasedV1): Promise<void> {
    return this.note(event, 'decision');
  }

  @EventPattern(RequestsPartErasedV1.type)
  requests(@Payload() event: RequestsPartErasedV1): Promise<void> {
    return this.note(event, 'agency-requests');
  }

  private async note({ id, partnershipId, data }: PartErased, service: string): Promise<void> {
    const { enquiryId, erasureId, rows, erasedAt } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, NotePartWhenAServiceHasErasedIt.consumerId, id))) return;
      await this.erasures.addPart(tx, erasureId, { service, doneAt: new Date(erasedAt), rows });
      const subject = { type: 'Erasure', id: erasureId };
      const entry = { actor: SYSTEM, partnershipId, action: 'erasure.note-part', subject, enquiryId, counts: { rows } };
      await this.audit.record(tx, { ...entry, outcome: 'done' }, { evenIfUnsent: true });
    });
  }
}
