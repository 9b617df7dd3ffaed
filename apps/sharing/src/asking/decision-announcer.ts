import { AuditTrail } from '@mash/audit-client';
import type { Actor } from '@mash/authorisation';
import { SharingDecidedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../access/this-service';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import { ReviewRepository } from '../reviews/review.repository';
import { againBy } from './askers-of';
import type { EnquiryFacts } from './enquiry-facts';
import type { LineDecidedAgain } from './lines-again';
import { packOf, SharingDesk } from './sharing-desk';
import type { DecisionRow } from './sharing-decision.repository';

/** Keeps what the rules say of a line now in place of what stood, and says so: decision, tasks, event, audit, in one transaction. */
@Injectable()
export class DecisionAnnouncer {
  constructor(
    private readonly desk: SharingDesk,
    private readonly reviews: ReviewRepository,
    private readonly keeper: ObligationKeeper,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param its.actor a person who pressed "Ask again"; left out where a changed fact did it
   * @param its.stands what was permitted is permitted still: nothing that follows from it is owed or handed out a second time
   */
  async supersede(
    tx: Tx,
    facts: EnquiryFacts,
    { before, line, decided }: LineDecidedAgain,
    its: { actor?: Actor; causationId?: string; stands?: boolean } = {},
  ): Promise<DecisionRow> {
    await this.reviews.lockAll(tx, before.sharingDecisionId);
    await this.reviews.supersede(tx, before.sharingDecisionId, decided.matter.now);
    const about = { kind: 'request-line', id: line.lineId } as const;
    const { askedBy } = line;
    const again = [...new Set([...againBy(before), ...(its.actor ? [its.actor.id] : [])])];
    const kept = await this.desk.keep(tx, facts, decided, {
      ...{ about, askedBy, againBy: again, requestId: line.requestId, supersedes: before.sharingDecisionId },
      categoryIsPlain: true,
      ...(its.stands && { stands: before }),
    });
    const { sharingDecisionId, enquiryId, partnershipId, outcome, decidedAt } = kept;
    // The event below recalls it; what is left is that what was noted of it is destroyed.
    if (kept.obligations.includes('RECALL_REQUEST'))
      await this.keeper.systemDid(tx, kept, 'RECALL_REQUEST', { pack: packOf(facts), at: decidedAt });
    const actor = its.actor ?? SYSTEM;
    await this.announce(tx, { ...kept, supersedes: before.sharingDecisionId }, actor, its.causationId);
    await this.audit.record(
      tx,
      {
        ...{ actor, partnershipId, action: 'sharing.decide-again', enquiryId, purpose: kept.purpose },
        subject: { type: 'RequestLine', id: line.lineId },
        personIds: [line.personId],
        decisionId: sharingDecisionId,
        outcome: outcome === 'PERMIT' ? 'done' : 'refused',
        reasonCode: kept.rule,
      },
      { evenIfUnsent: its.actor === undefined },
    );
    return kept;
  }

  /** A decision that stands, said once more to whoever may have heard it too late. Nothing new is kept. */
  async sayAgain(tx: Tx, row: DecisionRow, causationId: string): Promise<void> {
    await this.announce(tx, row, SYSTEM, causationId);
  }

  private async announce(tx: Tx, row: DecisionRow, actor: Actor | typeof SYSTEM, causationId?: string): Promise<void> {
    const { sharingDecisionId, enquiryId, partnershipId, aboutId, outcome, decidedAt, supersedes, byPerson } = row;
    await this.outbox.append(
      tx,
      SharingDecidedV1,
      {
        ...{ enquiryId, sharingDecisionId, about: { kind: 'request-line', id: aboutId }, outcome },
        ...{ byPerson: byPerson !== null, decidedAt: decidedAt.toISOString() },
        ...(supersedes !== null && { supersedes }),
      },
      {
        ...{ partnershipId, correlationId: enquiryId },
        ...(causationId && { causationId }),
        actor: { id: actor.id, kind: actor.kind, ...('agencyId' in actor && { agencyId: actor.agencyId }) },
      },
    );
  }
}
