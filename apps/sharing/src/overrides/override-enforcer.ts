import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ReviewOverriddenV1, type SharingOutcome } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { LineAgain } from '../asking/line-again';
import type { ReasonCode } from '../domain/decision';
import { strikableOfRule } from '../domain/overrides/strikable-of';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import { ObligationRepository } from '../obligations/obligation.repository';
import { isLegible } from '../reviews/is-legible';
import { ReviewRepository } from '../reviews/review.repository';
import type { OverrideCase } from './override-desk';
import { WhatPeopleSaid } from './what-people-said';

export interface ToEnforce {
  readonly overrideId: string;
  readonly strikes: readonly ReasonCode[];
  readonly its: OverrideCase;
}

/**
 * An override takes effect: what it struck waits for nobody any more, a line of a request is decided again, the holder is told, and information
 * governance has five working days to look at it. An item is decided again when somebody next asks to see it.
 */
@Injectable()
export class OverrideEnforcer {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly obligations: ObligationRepository,
    private readonly keeper: ObligationKeeper,
    private readonly said: WhatPeopleSaid,
    private readonly lineAgain: LineAgain,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Call it once the override's row is in force, in the same transaction. @returns what the rules say now, where that is known at once */
  async enforce(
    tx: Tx,
    actor: PersonActor,
    { overrideId, strikes, its }: ToEnforce,
  ): Promise<SharingOutcome | undefined> {
    const { decision } = its;
    const at = this.clock.now();
    const isStruck = (rule: Parameters<typeof strikableOfRule>[0]) =>
      strikableOfRule(rule).some((reason) => strikes.includes(reason));
    const struck = its.reviews.filter(isLegible).filter(({ state, rule }) => state === 'open' && isStruck(rule));
    const reviewIds = struck.map(({ reviewId }) => reviewId);
    await this.reviews.setAside(tx, reviewIds, { by: actor.id, at });
    await this.addTasks(tx, its, at);
    const outcome = await this.decideLine(tx, actor, its);
    const { enquiryId, sharingDecisionId, fromAgencyId, partnershipId } = decision;
    await this.outbox.append(
      tx,
      ReviewOverriddenV1,
      { enquiryId, overrideId, sharingDecisionId, holderAgencyId: fromAgencyId, overriddenAt: at.toISOString() },
      {
        partnershipId,
        correlationId: enquiryId,
        actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
        occurredAt: at,
      },
    );
    const subject = { type: 'Override', id: overrideId };
    const entry = { actor, action: 'override.enforce', subject, enquiryId, decisionId: sharingDecisionId } as const;
    await this.audit.record(tx, { ...entry, outcome: 'done' });
    return outcome;
  }

  /** Once nobody has to answer any more, the line is decided with what people said. Until then it waits for the others. */
  private async decideLine(tx: Tx, actor: PersonActor, its: OverrideCase): Promise<SharingOutcome | undefined> {
    const { decision, lineNow } = its;
    if (lineNow === undefined) return undefined;
    const left = (await this.said.reviewsOf(tx, decision)).filter(({ state }) => state === 'open');
    if (left.length > 0) return 'REVIEW';
    const decided = this.lineAgain.decide(lineNow, await this.said.saidOf(tx, decision));
    return (await this.lineAgain.keep(tx, actor, { decision, now: lineNow, decided })).outcome;
  }

  private async addTasks(tx: Tx, { decision, pack }: OverrideCase, at: Date): Promise<void> {
    const codes = ['TELL_HOLDER', 'OVERRIDE_REVIEW'] as const;
    await this.keeper.keep(tx, decision, codes, { at, reviewDueAt: at, pack });
    // The holder's worklist shows it from this transaction on: that is the telling.
    await this.obligations.endOf(tx, [decision.sharingDecisionId], 'TELL_HOLDER', 'sharing', at);
  }
}
