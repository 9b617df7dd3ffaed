import { newId } from '@mash/contracts';
import type { Purpose } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { newestStatement } from '../asking/line-again';
import { SharingDesk, type Decided } from '../asking/sharing-desk';
import { ReviewRepository } from '../reviews/review.repository';
import type { Audience, Mode, SharingDecision, Visibility } from '../domain/decision';
import { ItemReviews, type Answered } from './item-reviews';
import type { Thing } from './thing';

/** Who would learn it, and for what. */
export interface Telling {
  readonly mode: Mode;
  readonly purpose: Purpose;
  readonly audience: Audience;
  readonly toAgencyId: string;
  readonly askedBy: string;
}

export interface Judged {
  readonly disclosureId: string;
  readonly thing: Thing;
  readonly decided: Decided;
  readonly decision: SharingDecision;
  readonly shownAs: Visibility;
  /** The REVIEW that it waits for. */
  readonly open?: NonNullable<Answered['open']>;
}

const HOLDERS = ['H', 'S'];

/** A releaser's no stands in the way of what their yes would have opened. */
const denied = (decision: SharingDecision): SharingDecision => ({
  ...decision,
  outcome: 'DENY',
  lawfulBasis: [],
  releasers: [],
  reviews: [],
});

/** Puts things to the rules one by one, with what people have answered about them, and raises each REVIEW once. */
@Injectable()
export class ThingDecider {
  constructor(
    private readonly desk: SharingDesk,
    private readonly itemReviews: ItemReviews,
    private readonly reviews: ReviewRepository,
  ) {}

  async decideAll(tx: Tx, facts: EnquiryFacts, things: readonly Thing[], telling: Telling): Promise<Judged[]> {
    const recipient = { ...telling, enquiryId: facts.enquiryId };
    const newest = (personId: string) => newestStatement(facts, personId);
    const judgeWith = (answered: (thing: Thing) => Answered) =>
      things.map((thing) => this.judge(facts, thing, telling, answered(thing)));
    const judged = judgeWith(byThing(await this.itemReviews.of(tx, recipient, newest)));
    if (!judged.some(isToRaise)) return judged;
    await this.itemReviews.lock(tx, facts.enquiryId);
    const again = judgeWith(byThing(await this.itemReviews.of(tx, recipient, newest)));
    const raised: Judged[] = [];
    for (const one of again) raised.push(isToRaise(one) ? await this.raise(tx, facts, one, telling) : one);
    return raised;
  }

  private judge(facts: EnquiryFacts, thing: Thing, telling: Telling, answered: Answered): Judged {
    const { mode, audience, toAgencyId } = telling;
    const isOwn = thing.kind === 'document' && thing.agencyId === toAgencyId;
    const decided = this.desk.decide(facts, {
      ...{ mode, audience, toAgencyId, need: 'yes', text: 'same', width: thing.width },
      ...{ fromAgencyId: thing.agencyId, personId: thing.personId, category: thing.category },
      // What the hub received and wrote is read as its own record, whatever the work it is read for (rule row R-THR-03).
      purpose: isOwn && mode === 'content' ? 'SCREEN' : telling.purpose,
      yeses: answered.yeses,
      ...(thing.origin && { origin: thing.origin }),
      ...(answered.override && { override: answered.override }),
      item: { ...thing.facts, ...(HOLDERS.includes(answered.refusedBy ?? '') && { release: 'refused' }) },
    });
    const isRefused = answered.refusedBy !== undefined && decided.decision.outcome === 'REVIEW';
    const decision = isRefused ? denied(decided.decision) : decided.decision;
    const leavesNothing = decision.visibility === 'shown' && thing.render(decision.redactions) === undefined;
    const shownAs = leavesNothing ? 'withheld' : decision.visibility;
    const open = decision.outcome === 'REVIEW' ? answered.open : undefined;
    return { disclosureId: newId(), thing, decided, decision, shownAs, ...(open && { open }) };
  }

  private async raise(tx: Tx, facts: EnquiryFacts, judged: Judged, { askedBy }: Telling): Promise<Judged> {
    const about = { kind: 'item', id: judged.thing.itemId } as const;
    const kept = await this.desk.keep(tx, facts, judged.decided, { about, askedBy, categoryIsPlain: false });
    const [first] = await this.reviews.ofDecision(kept.sharingDecisionId, tx);
    return first === undefined ? judged : { ...judged, open: first };
  }
}

const isToRaise = ({ decision, open }: Judged): boolean => decision.outcome === 'REVIEW' && open === undefined;

const byThing =
  (answered: Awaited<ReturnType<ItemReviews['of']>>) =>
  ({ itemId, agencyId, personId }: Thing): Answered =>
    answered({ aboutId: itemId, agencyId, personId });
