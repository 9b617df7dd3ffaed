import {
  CATEGORIES,
  type Category,
  type ConsentKind,
  type DecisionFacts,
  type IntakeFacts,
  type PersonSide,
  type Purpose,
} from '@mash/contracts';
import { consentOfSubject, type KeptStatement, type SubjectConsent } from './consent/consent-of-subject';
import { whoMaySpeakFor, whoseResponsibility } from './consent/consent-standing';
import type { GivenYes } from './consent/yeses-that-stand';
import { decidedBy } from './decided-by';
import { dutyOf } from './duty-of';
import { factsInDate } from './facts-in-date';
import { protectedPlacesAbout } from './protected-places';
import {
  matchAgreement,
  overrideFault,
  parseSharingQuestion,
  type AgreementIndex,
  type AgreementMatch,
  type Audience,
  type BodyKind,
  type Mode,
  type Need,
  type Override,
  type RestsOn,
  type Reveals,
  type SharingQuestion,
  type Sign,
  type TextMatch,
} from './decision';

/** A body as the register tells the rules of it. */
export interface Body {
  readonly agencyId: string;
  readonly kind: BodyKind;
  readonly bound: boolean;
  readonly boundFrom?: string | null | undefined;
  readonly reveals: Reveals;
  readonly s47List: boolean;
}

/** What the owners of an enquiry's facts say of it. */
export interface KnownFacts {
  /** `isUnknown`: its owner cannot be had, and the people of the enquiry are not known. */
  readonly intake: IntakeFacts & { readonly isUnknown?: true };
  readonly decision: Omit<DecisionFacts, 'threshold'> & { readonly threshold: DecisionFacts['threshold'] | 'unknown' };
  readonly consents: readonly KeptStatement[];
  readonly bodies: readonly Body[];
  readonly agreements: AgreementIndex;
}

/** One question to the rules: who would learn what about whom, for what. `item` holds what came from inside the envelope. */
export interface Matter {
  readonly mode: Mode;
  readonly fromAgencyId: string;
  readonly toAgencyId: string;
  readonly audience: Audience;
  readonly personId: string;
  readonly category: Category;
  readonly purpose: Purpose;
  /** Of a line, as `needOfLine` finds it; of an answer, as its line was let through. */
  readonly need: Need;
  readonly text: TextMatch;
  readonly width: 'named' | 'whole_record';
  /** The request says which public task it is needed for. Left out, it does not. */
  readonly statesTask?: 'yes' | 'no';
  /** The person lives, lived or is placed in the area of the neighbouring council that is asked or answers. Left out, no. */
  readonly crossBorder?: 'yes' | 'no';
  readonly now: Date;
  /** Who put the line or sealed the item, when, and in which version. */
  readonly origin?: { readonly author: string; readonly at: string; readonly version: number };
  /** What an earlier PERMIT about the same thing rested on, where there was one. */
  readonly restsOn?: RestsOn;
  readonly yeses?: readonly GivenYes[];
  /** Left out of the question where it is no longer valid on today's facts: it expires, and the rules decide without it. */
  readonly override?: Override;
  readonly item?: Readonly<Record<string, unknown>>;
  /** Of a question: who said last, and when, whom it is about, where that is another than the roster has it. */
  readonly identitySaid?: { readonly author: string; readonly at: string; readonly version: number };
}

export interface ComposedQuestion {
  readonly question: SharingQuestion;
  readonly agreement: AgreementMatch;
}

const THRESHOLDS = { none: 'none', early_help: 'eh', s17: 's17', s47: 's47', unknown: 'unknown' } as const;
/** A threshold in the rule book's code. */
export const thresholdCode = (level: KnownFacts['decision']['threshold']): (typeof THRESHOLDS)[typeof level] =>
  THRESHOLDS[level];
const yesNo = (value: boolean) => (value ? 'yes' : 'no');

/** An agency that is not in the register reads as the rules say an unknown one does: outside, unbound, revealing. */
function bodyFacts(side: 'from' | 'to', body: Body | undefined, now: Date): Record<string, unknown> {
  if (body === undefined) return {};
  const facts = {
    [`${side}Kind`]: body.kind,
    [`${side}Duty`]: dutyOf(body, now),
    [`${side}Reveals`]: body.reveals,
  };
  return side === 'from' ? { ...facts, fromS47List: yesNo(body.s47List) } : facts;
}

/**
 * Whoever stands on the roster under this id, or stood there under it before they were matched. Where several of it have, by a wrong link, and nobody
 * does any more, it is only possibly the one who did last.
 */
export function personOnRoster(
  { people, idsOfSeveral = [] }: Pick<IntakeFacts, 'people' | 'idsOfSeveral'>,
  personId: string,
): IntakeFacts['people'][number] | undefined {
  const today = people.find((one) => one.personId === personId);
  const several = idsOfSeveral.find(({ id }) => id === personId);
  if (today !== undefined || several === undefined)
    return today ?? people.find(({ formerIds = [] }) => formerIds.includes(personId));
  const [last] = [...several.stood].sort((one, other) => ((one.until ?? '') < (other.until ?? '') ? 1 : -1));
  const person = people.find((one) => one.personId === last?.personId);
  return person && { ...person, identity: 'possible' };
}

const HELP: readonly Audience[] = ['team_eh', 'team_other'];

/** Help is by agreement of whoever may speak: a yes of somebody whose parental responsibility is not proven asked nobody who may. */
const serviceOf = ({ consent, pr }: SubjectConsent): SubjectConsent['consent'] =>
  consent === 'given' && pr === 'unproven' ? 'not_sought' : consent;

function personFacts(
  known: KnownFacts,
  { personId, toAgencyId, audience, purpose, now }: Matter,
): Record<string, unknown> {
  const apAlleged = yesNo(known.intake.allegedPerpetratorKnown);
  // Whoever is asked about was on the roster when the line was proposed: for want of it the question goes to a human, and is not denied.
  if (known.intake.isUnknown) return { identity: 'confirmed', apAlleged };
  const person = personOnRoster(known.intake, personId);
  const protectedPlaces = protectedPlacesAbout(known.intake, person);
  if (person === undefined) return { relation: 'third', apAlleged, protectedPlaces };
  const kind = person.kind === 'unknown' ? undefined : person.kind;
  const whoSpeaks = (of: ConsentKind) => decidedBy(person, known.intake, known.consents, of);
  const of = (consent: 'sharing' | 'service') => {
    const whose = whoSpeaks(consent);
    const its = { ...whoseResponsibility(whose), personId: whose.personId, who: whoMaySpeakFor(whose, now) };
    return consentOfSubject(known.consents, { ...its, toAgencyId, purpose, kind: consent });
  };
  const [sharing, service] = [of('sharing'), of('service')];
  const spokenFor = whoSpeaks('sharing');
  const { competence, objects } = factsInDate(spokenFor, now);
  return {
    ...(kind && { subjectKind: kind }),
    relation: person.relation,
    competence,
    ...(objects && { objects }),
    // That they differ about help bears on help alone.
    dispute:
      spokenFor.dispute === 'open' || (HELP.includes(audience) && service.dispute === 'open')
        ? 'open'
        : sharing.dispute,
    pr: sharing.pr,
    identity: person.identity,
    sibling: yesNo(known.intake.siblingBorn),
    ...(spokenFor.personId !== person.personId && { siblingKind: spokenFor.kind }),
    ...(sharing.known && { consent: sharing.consent }),
    ground: sharing.ground,
    ...(service.known && { service: serviceOf(service) }),
    parentRefuses: sharing.parentRefuses,
    protectedPlaces,
    apAlleged,
  };
}

/** Of the child's contact or of the item: either is enough (rule book, section 1: item, contact). */
function signOf({ intake }: KnownFacts, { personId }: Matter): { sign?: Sign } {
  const sign = personOnRoster(intake, personId)?.sign;
  return sign === undefined ? {} : { sign };
}

/** An enquiry that nobody has rated yet counts as urgent (rule book, section 1: unknown, yes). */
const urgencyOf = ({ decision: { colour, urgent } }: KnownFacts): string => yesNo(urgent || colour === undefined);

const PRIVATE: readonly Audience[] = ['parent', 'subject', 'referrer_public', 'referrer_anon', 'outsider'];

/**
 * Bodies of the register act for themselves, save a professional of whom the roster says that they are linked to whoever may have caused the harm. Whose
 * side a caller or the subject themselves are on the roster says; an alleged perpetrator is on their own. Where nobody has said it of somebody private it is
 * left open, and the rules read it as linked to the alleged perpetrator where there is one.
 */
function sideOf({ intake }: KnownFacts, { audience, personId }: Matter, to: Body | undefined): { side?: PersonSide } {
  if (audience.startsWith('referrer_') && intake.referrerSide !== undefined) return { side: intake.referrerSide };
  if (!PRIVATE.includes(audience)) return to === undefined ? {} : { side: 'none' };
  const recipient = audience === 'subject' ? personOnRoster(intake, personId) : undefined;
  if (recipient?.relation === 'ap') return { side: 'linked_ap' };
  return recipient?.side === undefined ? {} : { side: recipient.side };
}

/** An agency that is asked looks at nothing yet: it is asked as a body. Whoever looks has the access that `decision` says. */
const accessOf = ({ decision }: KnownFacts, { mode }: Matter): string =>
  decision.access ?? (mode === 'ask' ? 'ordinary' : 'none');

function overrideOf(
  { decision }: KnownFacts,
  { override, now }: Matter,
  { from, to }: { from: Body | undefined; to: Body | undefined },
): { override?: Override } {
  const duties = { fromDuty: dutyOf(from, now), toDuty: dutyOf(to, now) };
  const facts = { threshold: THRESHOLDS[decision.threshold], ...duties };
  return override !== undefined && overrideFault(override, facts) === undefined ? { override } : {};
}

/**
 * Puts the facts of one matter together in the rules' own codes. Nothing is taken from the caller's word but what the caller wants.
 * @param reviewGraceDays days past an agreement's review in which it still stands, as the enquiry's pack has them (R-AGR-06)
 * @throws RangeError where the facts make no question: a defect, not a refusal
 */
export function composeQuestion(known: KnownFacts, matter: Matter, reviewGraceDays?: number): ComposedQuestion {
  const find = (agencyId: string) => known.bodies.find((body) => body.agencyId === agencyId);
  const [from, to] = [find(matter.fromAgencyId), find(matter.toAgencyId)];
  const agreement = matchAgreement(
    known.agreements,
    {
      fromOrganisation: matter.fromAgencyId,
      fromKind: from?.kind ?? 'outside',
      toOrganisation: matter.toAgencyId,
      toKind: to?.kind ?? 'outside',
      purpose: matter.purpose,
      category: matter.category,
      mode: matter.mode,
      audience: matter.audience,
      now: matter.now.getTime(),
    },
    reviewGraceDays,
  );
  const { line: _line, ...agreementFacts } = agreement;
  const parsed = parseSharingQuestion({
    mode: matter.mode,
    ...bodyFacts('from', from, matter.now),
    ...bodyFacts('to', to, matter.now),
    audience: matter.audience,
    ...sideOf(known, matter, to),
    access: accessOf(known, matter),
    threshold: THRESHOLDS[known.decision.threshold],
    urgent: urgencyOf(known),
    purpose: matter.purpose,
    text: matter.text,
    statesTask: matter.statesTask,
    ...(matter.crossBorder && { crossBorder: matter.crossBorder }),
    need: matter.need,
    width: matter.width,
    dataClass: CATEGORIES[matter.category].dataClass,
    ...personFacts(known, matter),
    ...agreementFacts,
    ...matter.item,
    ...signOf(known, matter),
    ...(matter.restsOn && { restsOn: matter.restsOn }),
    ...(matter.yeses && { yeses: matter.yeses.map(({ rule, by }) => ({ rule, by })) }),
    ...overrideOf(known, matter, { from, to }),
    now: matter.now.getTime(),
  });
  if (!parsed.ok)
    throw new RangeError(`No question: ${parsed.errors.map(({ fact, problem }) => `${fact} ${problem}`).join('; ')}`);
  return { question: parsed.question, agreement };
}
