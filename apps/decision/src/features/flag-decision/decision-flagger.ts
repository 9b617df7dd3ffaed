import { AuditTrail, type AuditedActor } from '@mash/audit-client';
import { DecisionFlaggedV1 } from '@mash/contracts';
import { Outbox, type EventContext } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DecisionRepository, type FlagBecause } from '../../persistence/decision.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { StandingKeeper } from '../../persistence/standing.keeper';

interface Cause {
  readonly because: FlagBecause;
  /** The answer, roster event or route. */
  readonly causeId: string;
  readonly at: Date;
}

/** Marks the newest decision as one to look at again, once for each cause. Where nothing is decided there is nothing to flag. */
@Injectable()
export class DecisionFlagger {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly standing: StandingKeeper,
    private readonly outbox: Outbox,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Refreshes the standing of the enquiry, whether it flags or not. */
  async flag(tx: Tx, enquiry: EnquiryRecord, { because, causeId, at }: Cause, context: EventContext): Promise<void> {
    const { enquiryId, partnershipId } = enquiry;
    const decisionId = (await this.decisions.newest(tx, enquiryId))?.decisionId;
    const isNew =
      decisionId !== undefined &&
      (await this.decisions.flag(tx, enquiryId, { decisionId, because, causeId, flaggedAt: at }));
    await this.standing.refresh(tx, enquiryId);
    if (!isNew) return;
    await this.outbox.append(
      tx,
      DecisionFlaggedV1,
      { enquiryId, decisionId, because, causeId, flaggedAt: at.toISOString() },
      context,
    );
    const actor: AuditedActor = context.actor;
    const subject = { type: 'Decision', id: decisionId };
    const entry = {
      actor,
      action: 'decision.flag',
      subject,
      enquiryId,
      partnershipId,
      outcome: 'done',
      reasonCode: because,
    } as const;
    await this.auditTrail.record(tx, entry);
  }
}
