import { ConsentChangedV1, type EventActor } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { ConsentRow } from './consent.repository';

/** Says that somebody has stated something: what rested on the earlier state is decided again, here and elsewhere. */
@Injectable()
export class ConsentAnnouncer {
  constructor(private readonly outbox: Outbox) {}

  async announce(
    tx: Tx,
    { enquiryId, statementId, personId, kind, state, partnershipId }: ConsentRow,
    its: { changedAt: Date; actor: EventActor; causationId?: string },
  ): Promise<void> {
    const announced = { enquiryId, statementId, personId, kind, state, changedAt: its.changedAt.toISOString() };
    await this.outbox.append(tx, ConsentChangedV1, announced, {
      partnershipId,
      correlationId: enquiryId,
      ...(its.causationId && { causationId: its.causationId }),
      actor: its.actor,
    });
  }
}
