import { newId, type CarriedObligation, type Purpose } from '@mash/contracts';
import type { Decided } from '../asking/sharing-desk';
import type { Matter } from '../domain/compose-question';
import type { Audience, Mode, SharingDecision, Visibility } from '../domain/decision';
import { withoutPlacesOf } from '../domain/release/redact-item';
import { withStated } from '../domain/release/purposes';
import { answersThatStand } from './answers-that-stand';
import { HIDDEN } from '../asking/ruling';
import type { Answered } from './item-reviews';
import { strictestOf } from './strictest-of';
import type { Thing } from './thing';

/** Who would learn it, and for what. */
export interface Telling {
  readonly mode: Mode;
  /** What it is for, as the records have it; of an item of an answer its request says it. */
  readonly purpose: Purpose;
  /** What the caller says that it is for: it has to be allowed too, and takes the place of nothing. */
  readonly stated?: Purpose;
  readonly audience: Audience;
  readonly toAgencyId: string;
  readonly askedBy: string;
  /** The account that reads it, where it is one: nobody yet where a product is made, or a desk is told. */
  readonly toAccountId?: string;
}

export interface Judged {
  readonly disclosureId: string;
  readonly thing: Thing;
  readonly decided: Decided;
  readonly decision: SharingDecision;
  readonly shownAs: Visibility;
  /** What is shown of it; nothing where it is not shown. */
  readonly rendered?: unknown;
  /** The REVIEW that it waits for. */
  readonly open?: NonNullable<Answered['open']>;
  /** It may be read once this viewer has accepted what it carries: all of it, also what they accepted before. */
  readonly awaitsAcceptance?: readonly CarriedObligation[];
  /** It is refused, and its holder has been asked for a wording or another look: by when. */
  readonly asked?: NonNullable<Answered['asked']>;
  /** Whoever was asked has said no. */
  readonly isRefusedByPerson?: true;
  /** The decision that keeps its refusal, where a manager may override it. */
  readonly refusedBy?: string;
}

/** A releaser's no stands in the way of what their yes would have opened. */
const denied = (decision: SharingDecision): SharingDecision => ({
  ...decision,
  outcome: 'DENY',
  lawfulBasis: [],
  releasers: [],
  reviews: [],
});

/** Whether what somebody said no to is a question still. Of one whose row cannot be read nobody knows: it counts. */
const isAskedStill = ({ refused }: Answered, { outcome, reviews }: SharingDecision): boolean =>
  outcome !== 'REVIEW' || refused?.rule === HIDDEN || reviews.some(({ rule }) => rule === refused?.rule);

const withLeftOutBefore = (decision: SharingDecision, { leftOutBefore = [] }: Thing): SharingDecision =>
  leftOutBefore.length === 0
    ? decision
    : { ...decision, redactions: [...new Set([...decision.redactions, ...leftOutBefore])] };

export type Decide = (matter: Omit<Matter, 'now'>) => Decided;

/**
 * The rules are put the same question once for a call, however many items raise it: a picture of two hundred items asks a dozen. Who sealed an
 * item, and when, is no part of a question: it goes with the answer.
 */
export function sameQuestionOnce(decide: Decide): Decide {
  const decided = new Map<string, Decided>();
  return ({ origin, ...asked }) => {
    const key = JSON.stringify(asked);
    const known = decided.get(key) ?? decide(asked);
    decided.set(key, known);
    return origin === undefined ? known : { ...known, matter: { ...known.matter, origin } };
  };
}

/** An answer that brings nothing says within the hub that its agency knows somebody, or does not. Whatever leaves the hub stays onward. */
const modeOf = ({ kind }: Thing, { mode }: Telling): Mode =>
  kind === 'coverage' && mode === 'content' ? 'existence' : mode;

/** What the hub received and wrote is read as its own record, whatever the work it is read for (rule row R-THR-03). */
function purposesOf(thing: Thing, { mode, purpose, stated, toAgencyId }: Telling): Purpose[] {
  const isOwnRecord = mode === 'content' && thing.kind === 'document' && thing.agencyId === toAgencyId;
  if (isOwnRecord) return withStated(['SCREEN'], stated, true);
  const isOfRequest = mode === 'content' && thing.purposes !== undefined && thing.purposes.length > 0;
  return withStated(isOfRequest ? thing.purposes : [purpose], stated, false);
}

/** One thing, as the rules and the people who were asked about it have it for this recipient. */
export function judgeThing(decide: Decide, thing: Thing, telling: Telling, answered: Answered): Judged {
  const { audience, toAgencyId } = telling;
  const { yeses, conditions, isHolderRefused, ...answers } = answersThatStand(answered, thing.stands);
  const forPurpose = (purpose: Purpose) => ({
    ...({ mode: modeOf(thing, telling), audience, toAgencyId, text: 'same', width: thing.width } as const),
    need: thing.need ?? 'yes',
    ...{ fromAgencyId: thing.agencyId, personId: thing.personId, category: thing.category },
    ...{ purpose, yeses },
    ...(thing.origin && { origin: thing.origin }),
    ...(answered.override && { override: answered.override }),
    item: {
      ...thing.facts,
      ...(isHolderRefused && { release: 'refused' }),
      ...(answered.isIllegible && { release: 'unknown' }),
    },
  });
  const [first, ...others] = purposesOf(thing, telling).map((purpose) => decide(forPurpose(purpose)));
  const decided = strictestOf([first ?? decide(forPurpose(telling.purpose)), ...others]);
  const isRefused = answers.isRefused && (isHolderRefused || isAskedStill(answered, decided.decision));
  const asAnswered = isRefused && decided.decision.outcome === 'REVIEW' ? denied(decided.decision) : decided.decision;
  const decision = withLeftOutBefore(asAnswered, thing);
  const rendered = decision.visibility === 'shown' ? thing.render(decision.redactions) : undefined;
  const leavesNothing = decision.visibility === 'shown' && rendered === undefined;
  const shownAs = leavesNothing ? 'withheld' : decision.visibility;
  const open = decision.outcome === 'REVIEW' ? answered.open : undefined;
  const attached = conditions.map((one) => withoutPlacesOf(decision.redactions, one));
  const judged = { thing: withConditions(thing, attached), decided, decision, shownAs, rendered };
  // A no to another has no REVIEW of this one to be named by: as the rules have it, it may be overridden like a refusal that its holder states.
  const isByRules = answered.refused?.isOfAnother === true && decided.decision.outcome === 'DENY';
  const no = isRefused && !isByRules ? ({ isRefusedByPerson: true } as const) : {};
  return withAsked({ disclosureId: newId(), ...judged, ...no, ...(open && { open }) }, answered);
}

export const withAsked = (judged: Judged, { asked }: Answered): Judged =>
  asked !== undefined && judged.decision.outcome === 'DENY' ? { ...judged, asked } : judged;

/** What releasers attached travels with the thing, beside the holder's own coded condition. */
function withConditions(thing: Thing, conditions: readonly string[]): Thing {
  if (conditions.length === 0) return thing;
  const own = thing.handling.condition;
  const condition = [...(own === undefined ? [] : [own]), ...conditions].join(' ');
  return { ...thing, handling: { ...thing.handling, condition } };
}
