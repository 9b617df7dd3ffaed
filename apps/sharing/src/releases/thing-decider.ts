import { newId } from '@mash/contracts';
import type { Purpose } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { newestStatement } from '../asking/line-again';
import { SharingDesk, type Decided } from '../asking/sharing-desk';
import { ReviewRepository } from '../reviews/review.repository';
import {
  startOfLondonDay,
  type Audience,
  type Mode,
  type ObligationCode,
  type SharingDecision,
  type Visibility,
} from '../domain/decision';
import { answersThatStand } from './answers-that-stand';
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
  /** It may be read once this viewer has accepted its condition. */
  readonly awaitsAcceptance?: true;
  /** It is refused, and its holder has been asked for a wording or another look: by when. */
  readonly asked?: NonNullable<Answered['asked']>;
}

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
    const { enquiryId, partnershipId } = facts;
    const recipient = { ...telling, enquiryId, partnershipId };
    const newest = (personId: string) => newestStatement(facts, personId);
    const judgeWith = (answered: (thing: Thing) => Answered) =>
      things.map((thing) => this.judge(facts, thing, telling, answered(thing)));
    const judged = judgeWith(byThing(await this.itemReviews.of(tx, recipient, newest)));
    if (!judged.some(isToRaise)) return judged;
    await this.itemReviews.lock(tx, facts.enquiryId);
    const again = judgeWith(byThing(await this.itemReviews.of(tx, recipient, newest)));
    const raised: Judged[] = [];
    for (const one of again) raised.push(isToRaise(one) ? await this.raise(tx, facts, one, telling) : one);
    const kept = byThing(await this.itemReviews.of(tx, recipient, newest));
    return raised.map((one) => withAsked(one, kept(one.thing)));
  }

  /** What would be read of a thing for the redactions that apply to this recipient, whatever the outcome. Nothing is kept or raised. */
  preview(facts: EnquiryFacts, thing: Thing, telling: Telling): unknown {
    return thing.render(this.judge(facts, thing, telling, { yeses: [] }).decision.redactions);
  }

  private judge(facts: EnquiryFacts, thing: Thing, telling: Telling, answered: Answered): Judged {
    const { mode, audience, toAgencyId } = telling;
    const isOwn = thing.kind === 'document' && thing.agencyId === toAgencyId;
    const { yeses, conditions, isHolderRefused, isRefused } = answersThatStand(answered, thing.stands);
    const decided = this.desk.decide(facts, {
      ...{ mode, audience, toAgencyId, need: 'yes', text: 'same', width: thing.width },
      ...{ fromAgencyId: thing.agencyId, personId: thing.personId, category: thing.category },
      // What the hub received and wrote is read as its own record, whatever the work it is read for (rule row R-THR-03).
      purpose: isOwn && mode === 'content' ? 'SCREEN' : telling.purpose,
      yeses,
      ...(thing.origin && { origin: thing.origin }),
      ...(answered.override && { override: answered.override }),
      item: { ...thing.facts, ...(isHolderRefused && { release: 'refused' }) },
    });
    const decision = isRefused && decided.decision.outcome === 'REVIEW' ? denied(decided.decision) : decided.decision;
    const leavesNothing = decision.visibility === 'shown' && thing.render(decision.redactions) === undefined;
    const shownAs = leavesNothing ? 'withheld' : decision.visibility;
    const open = decision.outcome === 'REVIEW' ? answered.open : undefined;
    const judged = { disclosureId: newId(), thing: withConditions(thing, conditions), decided, decision, shownAs };
    return withAsked({ ...judged, ...(open && { open }) }, answered);
  }

  private async raise(tx: Tx, facts: EnquiryFacts, judged: Judged, { askedBy }: Telling): Promise<Judged> {
    const about = { kind: judged.thing.about, id: judged.thing.itemId } as const;
    const { detrimentReviewBy } = judged.thing.stands;
    const dues =
      detrimentReviewBy === undefined ? {} : { DETRIMENT_REVIEW: new Date(startOfLondonDay(detrimentReviewBy)) };
    const its = { about, askedBy, categoryIsPlain: false, dues };
    const kept = await this.desk.keep(tx, facts, judged.decided, its);
    const [first] = await this.reviews.ofDecision(kept.sharingDecisionId, tx);
    return first === undefined ? judged : { ...judged, open: first };
  }
}

/** What only the holder can bring out of a refusal. */
const ASKS_THE_HOLDER: readonly ObligationCode[] = ['REQUEST_WORDING', 'DETRIMENT_REVIEW'];

/** A REVIEW that nobody has raised, or a refusal that asks something of the holder and was not kept. */
const isToRaise = ({ decision, open, asked }: Judged): boolean =>
  decision.outcome === 'REVIEW'
    ? open === undefined
    : decision.outcome === 'DENY' &&
      asked === undefined &&
      decision.obligations.some((code) => ASKS_THE_HOLDER.includes(code));

const withAsked = (judged: Judged, { asked }: Answered): Judged =>
  asked !== undefined && judged.decision.outcome === 'DENY' ? { ...judged, asked } : judged;

/** What releasers attached travels with the thing, beside the holder's own coded condition. */
function withConditions(thing: Thing, conditions: readonly string[]): Thing {
  if (conditions.length === 0) return thing;
  const own = thing.handling.condition;
  const condition = [...(own === undefined ? [] : [own]), ...conditions].join(' ');
  return { ...thing, handling: { ...thing.handling, condition } };
}

const byThing =
  (answered: Awaited<ReturnType<ItemReviews['of']>>) =>
  ({ about, itemId, agencyId, personId }: Thing): Answered =>
    answered({ about, aboutId: itemId, agencyId, personId });
