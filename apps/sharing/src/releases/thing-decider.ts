import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import type { FactsNow } from '../asking/facts-as-they-stand';
import { lastSaidOf } from '../asking/last-said';
import { SharingDesk } from '../asking/sharing-desk';
import type { Unwrap } from '../keys/key-ring';
import type { IdentityStatementRow } from '../recalls/identity-statement.repository';
import { Identities, overlaid } from '../recalls/identities';
import { ReviewRepository } from '../reviews/review.repository';
import { asMeant } from '../domain/recalls/as-meant';
import { startOfLondonDay, type ObligationCode } from '../domain/decision';
import { strikableOfRule } from '../domain/overrides/strikable-of';
import { ItemReviews, openOf, type Answered } from './item-reviews';
import type { Matter } from '../domain/compose-question';
import { OwedByThings } from './owed-by-things';
import { judgeThing, sameQuestionOnce, withAsked, type Judged, type Telling } from './judge-thing';
import type { Thing } from './thing';

/** What people have said, in an enquiry, of things for one recipient: who they are about, and their answers. */
export interface Said {
  readonly identities: readonly IdentityStatementRow[];
  readonly answered: (thing: Thing, facts: FactsNow) => Answered;
  /** The enquiry's keys, where they were had before the transaction: what is read again is opened with them. */
  readonly unwrap?: Unwrap;
}

type Where = Pick<EnquiryFacts, 'enquiryId' | 'partnershipId'>;

/** Puts things to the rules one by one, with what people have answered about them, and raises each REVIEW once. */
@Injectable()
export class ThingDecider {
  constructor(
    private readonly desk: SharingDesk,
    private readonly itemReviews: ItemReviews,
    private readonly reviews: ReviewRepository,
    private readonly identities: Identities,
    private readonly owed: OwedByThings,
  ) {}

  /**
   * What is owed of immediate protection is kept by whoever protects, once for a call.
   *
   * @param said where it was read already in this transaction, for this telling
   */
  async decideAll(tx: Tx, facts: FactsNow, given: readonly Thing[], telling: Telling, said?: Said): Promise<Judged[]> {
    const judged = await this.judgeAll(tx, facts, given, telling, said ?? (await this.whatWasSaid(tx, facts, telling)));
    if (telling.mode !== 'protect') await this.owed.keep(tx, facts, judged);
    return judged;
  }

  private async judgeAll(
    tx: Tx,
    facts: FactsNow,
    given: readonly Thing[],
    telling: Telling,
    said: Said,
  ): Promise<Judged[]> {
    const judged = await this.withRefusals(tx, facts, this.judge(facts, given, telling, said), telling, said);
    if (!judged.some(isToRaise)) return judged;
    await this.itemReviews.lock(tx, facts.enquiryId);
    const now = await this.asTheyStand(tx, facts, given, telling, said.unwrap);
    const again = await this.withRefusals(tx, facts, now, telling, said);
    const raised: Judged[] = [];
    for (const one of again) raised.push(isToRaise(one) ? await this.raise(tx, facts, one, telling, said) : one);
    const kept = await this.answered(tx, facts, telling, said.unwrap);
    return raised.map((one) => withAsked(one, kept(one.thing, facts)));
  }

  /** Things as they stand, of which nobody is asked anything: what a manager may override of them is kept all the same, to be named by. */
  async refusedAsTheyStand(
    tx: Tx,
    facts: FactsNow,
    given: readonly Thing[],
    telling: Telling,
    unwrap: Unwrap | undefined,
  ): Promise<Judged[]> {
    const said = unwrap === undefined ? {} : { unwrap };
    await this.itemReviews.lock(tx, facts.enquiryId);
    const now = await this.asTheyStand(tx, facts, given, telling, unwrap);
    const judged = await this.withRefusals(tx, facts, now, telling, said);
    const kept: Judged[] = [];
    for (const one of judged) kept.push(isUnkeptRefusal(one) ? await this.raise(tx, facts, one, telling, said) : one);
    return kept;
  }

  /** With the decision that keeps each refusal which a manager may override, as long as its reasons are those of today. */
  private async withRefusals(
    tx: Tx,
    { enquiryId, partnershipId }: FactsNow,
    judged: readonly Judged[],
    telling: Telling,
    { unwrap }: Pick<Said, 'unwrap'>,
  ): Promise<Judged[]> {
    if (telling.mode === 'protect' || !judged.some(mayBeOverridden)) return [...judged];
    const kept = await this.itemReviews.refusals(tx, { ...telling, enquiryId, partnershipId }, unwrap);
    return judged.map((one) => {
      const { about, itemId: aboutId, agencyId, personId } = one.thing;
      const refusal = mayBeOverridden(one) ? kept({ about, aboutId, agencyId, personId }) : undefined;
      const isSame = refusal !== undefined && isDeepStrictEqual([...refusal.reasons], [...one.decision.reasons]);
      return isSame ? { ...one, refusedBy: refusal.sharingDecisionId } : one;
    });
  }

  /** How things stand for this recipient now, with what people have answered about them. Nothing is kept or raised. */
  async asTheyStand(
    tx: Tx,
    facts: FactsNow,
    given: readonly Thing[],
    telling: Telling,
    unwrap?: Unwrap,
  ): Promise<Judged[]> {
    return this.judge(facts, given, telling, await this.whatWasSaid(tx, facts, telling, unwrap));
  }

  /** @param unwrap the enquiry's keys, where they were had before the transaction */
  async whatWasSaid(tx: Tx, of: Where, telling: Telling, unwrap?: Unwrap): Promise<Said> {
    const identities = await this.identities.ofEnquiry(tx, of.enquiryId);
    const answered = await this.answered(tx, of, telling, unwrap);
    return { identities, answered, ...(unwrap && { unwrap }) };
  }

  /** How things stand for this recipient by what was read of what people have said. Nothing is kept or raised. */
  judge(facts: FactsNow, given: readonly Thing[], telling: Telling, said: Said): Judged[] {
    const to = { agencyId: telling.toAgencyId, accountId: telling.toAccountId };
    const decide = sameQuestionOnce((matter) => this.desk.decide(facts, matter));
    return overlaid(asMeant(said.identities, facts.intake), given, to).map((thing) =>
      judgeThing(decide, thing, telling, said.answered(thing, facts)),
    );
  }

  private async answered(
    tx: Tx,
    { enquiryId, partnershipId }: Where,
    telling: Telling,
    unwrap: Unwrap | undefined,
  ): Promise<Said['answered']> {
    return byThing(await this.itemReviews.of(tx, { ...telling, enquiryId, partnershipId }, unwrap));
  }

  /** What would be read of a thing for the redactions that apply to this recipient, whatever the outcome. Nothing is kept or raised. */
  preview(facts: EnquiryFacts, thing: Thing, telling: Telling): unknown {
    const decide = (matter: Omit<Matter, 'now'>) => this.desk.decide(facts, matter);
    return thing.render(judgeThing(decide, thing, telling, { yeses: [] }).decision.redactions);
  }

  private async raise(
    tx: Tx,
    facts: FactsNow,
    judged: Judged,
    { askedBy }: Telling,
    { unwrap }: Pick<Said, 'unwrap'>,
  ): Promise<Judged> {
    const about = { kind: judged.thing.about, id: judged.thing.itemId } as const;
    const { detrimentReviewBy } = judged.thing.stands;
    const dues =
      detrimentReviewBy === undefined ? {} : { DETRIMENT_REVIEW: new Date(startOfLondonDay(detrimentReviewBy)) };
    const its = { about, askedBy, categoryIsPlain: false, dues };
    const kept = await this.desk.keep(tx, facts, judged.decided, its);
    const open = openOf(await this.reviews.ofDecision(kept.sharingDecisionId, tx, unwrap));
    const refusedBy = mayBeOverridden(judged) ? { refusedBy: kept.sharingDecisionId } : {};
    return { ...judged, ...(open && { open }), ...refusedBy };
  }
}

/** What only the holder can bring out of a refusal. */
const ASKS_THE_HOLDER: readonly ObligationCode[] = ['REQUEST_WORDING', 'DETRIMENT_REVIEW'];

/**
 * A refusal by a row that an override may strike, and nobody's own no, which has its REVIEW to be named by: it is kept, so that whoever may override it
 * has a decision to name.
 */
const mayBeOverridden = ({ decision, thing, isRefusedByPerson }: Judged): boolean =>
  decision.outcome === 'DENY' &&
  isRefusedByPerson !== true &&
  thing.kind === 'item' &&
  strikableOfRule(decision.rule).length > 0;

const isUnkeptRefusal = (one: Judged): boolean => mayBeOverridden(one) && one.refusedBy === undefined;

/**
 * A REVIEW that nobody has raised; a refusal that asks something of the holder, or that a manager may override, and was not kept. Somebody's own no asks
 * nothing: to raise its question once more would undo it.
 */
const isToRaise = (one: Judged): boolean => {
  const { decision, open, asked, isRefusedByPerson } = one;
  if (decision.outcome === 'REVIEW') return open === undefined;
  if (decision.outcome !== 'DENY' || isRefusedByPerson) return false;
  const asksHolder = decision.obligations.some((code) => ASKS_THE_HOLDER.includes(code));
  return (asksHolder && asked === undefined) || isUnkeptRefusal(one);
};

const byThing =
  (answered: Awaited<ReturnType<ItemReviews['of']>>): Said['answered'] =>
  ({ about, itemId, alsoIds, alsoOfPerson, agencyId, personId }, facts) =>
    answered({ about, aboutId: itemId, alsoIds, alsoOfPerson, agencyId, personId }, lastSaidOf(facts, personId));
