import type { PersonActor } from '@mash/authorisation';
import { LineFacts, SharingDecidedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { restsOnOf } from '../domain/consent/rests-on';
import { yesesThatStand, type AnsweredYes } from '../domain/consent/yeses-that-stand';
import type { Override, RestsOn } from '../domain/decision';
import type { TextFacts } from '../domain/stated-task';
import { ReviewRepository } from '../reviews/review.repository';
import { againBy } from './askers-of';
import { EnquiryFactsGatherer, type EnquiryFacts } from './enquiry-facts';
import { lastSaidOf } from './last-said';
import { matterOfLine } from './line-matter';
import { SentText } from './sent-text';
import { SharingDecisionRepository, type DecisionRow } from './sharing-decision.repository';
import { SharingDesk, type Decided } from './sharing-desk';

/** A line of a request with the facts of today: what stood when it was asked may have changed since. */
export interface LineNow {
  readonly line: LineFacts;
  readonly facts: EnquiryFacts;
  readonly textSent: TextFacts;
  /** What the newest PERMIT of it rested on, where there was one. */
  readonly restsOn?: RestsOn;
  /** What releasers have said yes to, over all the times it was asked. */
  readonly said: readonly AnsweredYes[];
}

/** What people have said of it. */
export interface Said {
  readonly yeses: readonly AnsweredYes[];
  readonly override?: Override | undefined;
}

/** Decides a line of a request again once people have answered, and says so. */
@Injectable()
export class LineAgain {
  constructor(
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly services: ServiceClient,
    private readonly decisions: SharingDecisionRepository,
    private readonly reviews: ReviewRepository,
    private readonly sentText: SentText,
    private readonly desk: SharingDesk,
    private readonly outbox: Outbox,
  ) {}

  /** Fetched before the transaction: no database row waits for another service. */
  async now({ aboutId, enquiryId, partnershipId }: DecisionRow): Promise<LineNow> {
    return this.on(await this.gatherer.of(enquiryId, partnershipId), aboutId);
  }

  /** The same where the facts are at hand. */
  async on(facts: EnquiryFacts, lineId: string): Promise<LineNow> {
    const line = await this.services.get('agency-requests', `/facts/lines/${lineId}`, {
      schema: LineFacts,
      scope: 'facts:read',
    });
    const [permits, said] = await Promise.all([
      this.decisions.permitsOf(facts.enquiryId),
      this.reviews.yesesAboutLines(facts.enquiryId),
    ]);
    const permit = permits.find(({ aboutId }) => aboutId === lineId);
    return {
      ...{ line, facts, textSent: await this.sentText.of(line, facts) },
      ...(permit && { restsOn: restsOnOf(permit.reasons) }),
      said: said.filter(({ aboutId }) => aboutId === lineId),
    };
  }

  /** What the rules say with what people have said, as far as nothing newer has reopened it; nothing is kept. */
  decide({ line, facts, textSent, restsOn, said }: LineNow, { yeses, override }: Said): Decided {
    const matter = matterOfLine(line, facts, textSent);
    return this.desk.decide(facts, {
      ...matter,
      ...(restsOn && { restsOn }),
      yeses: yesesThatStand([...said, ...yeses], lastSaidOf(facts, line.personId)),
      ...(override && { override }),
    });
  }

  /** Keeps what the rules said in the place of the earlier decision, and announces it. */
  async keep(
    tx: Tx,
    actor: PersonActor,
    { decision, now, decided }: { decision: DecisionRow; now: LineNow; decided: Decided },
  ): Promise<DecisionRow> {
    const about = { kind: decision.aboutKind, id: decision.aboutId };
    const { requestId } = now.line;
    const asked = { askedBy: decision.askedBy, againBy: againBy(decision) };
    const human = { requestId, ...asked, byPerson: actor.id, supersedes: decision.sharingDecisionId };
    const kept = await this.desk.keep(tx, now.facts, decided, { about, ...human, categoryIsPlain: true });
    await this.announce(tx, actor, kept);
    return kept;
  }

  async announce(tx: Tx, actor: PersonActor, row: DecisionRow): Promise<void> {
    const { enquiryId, sharingDecisionId, outcome, decidedAt, partnershipId, supersedes } = row;
    if (row.aboutKind !== 'request-line') return;
    const about = { kind: row.aboutKind, id: row.aboutId };
    const decided = {
      enquiryId,
      sharingDecisionId,
      about,
      outcome,
      byPerson: true,
      decidedAt: decidedAt.toISOString(),
    };
    const context = {
      partnershipId,
      correlationId: enquiryId,
      actor: { id: actor.id, kind: actor.kind, agencyId: actor.agencyId },
    };
    await this.outbox.append(tx, SharingDecidedV1, { ...decided, ...(supersedes && { supersedes }) }, context);
  }
}
