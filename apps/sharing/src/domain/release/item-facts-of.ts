import { CATEGORIES, type IntakeFacts } from '@mash/contracts';
import type { AnswerFacts, AnswerItemFacts, HandlingCondition, ItemFlag } from '@mash/sealing';
import { FLAGS, type ConditionCode, type Flag, type ProtectedPlace } from '../decision';
import { NOTHING_STATED, type WhatStands } from '../holder/what-stands';

type Person = IntakeFacts['people'][number];

/** The session that would see an item. A product goes to a team, not to a session: nobody's list can be checked then. */
export interface Session {
  readonly id: string;
  readonly roles: readonly string[];
  readonly now: Date;
}

const PLACE_OF: Readonly<Partial<Record<ItemFlag, ProtectedPlace>>> = {
  protected_address: 'address',
  protected_school: 'school',
  protected_surgery: 'surgery',
};
const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const isFlag = (flag: ItemFlag): flag is ItemFlag & Flag => (FLAGS as readonly string[]).includes(flag);

/** The places that an item must not give away: what its holder marked, and what is protected of its person, or from them, anywhere. */
const placesOf = ({ flags }: Pick<AnswerItemFacts, 'flags'>, known: readonly ProtectedPlace[]): ProtectedPlace[] => [
  ...new Set([...flags.flatMap((flag) => PLACE_OF[flag] ?? []), ...known]),
];

/** Whether this session is named on the condition's list. Conditions without a list name nobody. */
function isListed(condition: HandlingCondition, session: Session): boolean {
  if (condition.kind === 'ROLES') return condition.roles.some((role) => session.roles.includes(role));
  return condition.kind === 'NAMED' && condition.personIds.includes(session.id);
}

/**
 * Whether the session meets the coded condition. NO_WRITE and NO_ACTION are met by accepting them (SHOW_CONDITION); a call made first
 * cannot be seen from here, so that the holder says so; UNTIL holds until its day has come.
 */
function isMet(condition: HandlingCondition, session: Session): boolean {
  switch (condition.kind) {
    case 'NO_WRITE':
    case 'NO_ACTION':
      return true;
    case 'CALL_FIRST':
      return false;
    case 'UNTIL':
      return session.now.getTime() >= Date.parse(condition.date);
    default:
      return isListed(condition, session);
  }
}

/** Flags stand until their holder clears them, and those against telling once the holder sets them; words from which no source can be told make an item sanitised. */
function flagsOf({ flags }: AnswerItemFacts, { telling, unsafe, hidesSource }: WhatStands): Flag[] {
  const stated = { do_not_alert: telling, unsafe_tell: unsafe } as const;
  const standsAsMarked = (flag: Flag) =>
    (flag !== 'do_not_alert' && flag !== 'unsafe_tell') || stated[flag] === 'as_marked';
  const set = (['do_not_alert', 'unsafe_tell'] as const).filter((flag) => stated[flag] === 'held');
  const standing: Flag[] = [...flags.filter(isFlag).filter(standsAsMarked), ...set];
  const isSanitised = hidesSource && flags.includes('source_risk') && !flags.includes('sanitised');
  return isSanitised ? [...standing, 'sanitised'] : standing;
}

/** Sexual health is held in strict confidence whoever sealed it (rule row R-BAR-04): the console says so by the category, a system may not. */
const barOf = ({ bar, category }: AnswerItemFacts): AnswerItemFacts['bar'] =>
  bar === 'none' && category === 'sexual-health' ? 'sexual_health' : bar;

export interface ItemContext {
  readonly identity: AnswerFacts['identity'];
  readonly person: Person | undefined;
  /** What nothing about this person may tell (`protectedPlacesAbout`). */
  readonly protectedPlaces: readonly ProtectedPlace[];
  readonly session: Session | undefined;
  /** What the holder has stated since, for this recipient. */
  readonly stands?: WhatStands;
}

/**
 * The facts of one item in the rule book's codes, for one viewer. They come from inside the envelope, where the holder signed them, and from
 * what the holder has stated since; the stricter of holder and roster counts where both know.
 */
export function itemFactsOf(facts: AnswerItemFacts, its: ItemContext): Record<string, unknown> {
  const { condition } = facts;
  const { person, session, stands = NOTHING_STATED } = its;
  const conditions: ConditionCode[] = condition ? [condition.kind] : [];
  const isSure = its.identity === 'confirmed' && person?.identity !== 'possible';
  return {
    dataClass: facts.class === 'personal' ? CATEGORIES[facts.category].dataClass : facts.class,
    confidential: yesNo(facts.confidential),
    bar: barOf(facts),
    relevance: stands.relevance ?? facts.relevance,
    thirds: facts.thirds,
    redaction: facts.redaction,
    handling: facts.handling,
    conditions,
    met: yesNo(
      condition !== undefined && session !== undefined && (stands.isConditionMet || isMet(condition, session)),
    ),
    inList: yesNo(condition !== undefined && session !== undefined && isListed(condition, session)),
    flags: flagsOf(facts, stands),
    protectedPlaces: placesOf(facts, its.protectedPlaces),
    sign: facts.sign,
    identity: isSure ? 'confirmed' : 'possible',
    ...(stands.release !== 'unknown' && { release: stands.release }),
    ...(stands.detriment !== 'unknown' && { detriment: stands.detriment }),
    answered: 'yes',
  };
}
