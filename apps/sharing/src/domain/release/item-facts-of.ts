import { CATEGORIES, type IntakeFacts } from '@mash/contracts';
import type { AnswerFacts, AnswerItemFacts, HandlingCondition, ItemFlag } from '@mash/sealing';
import { FLAGS, type ConditionCode, type Flag, type ProtectedPlace } from '../decision';

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

/** The places that an item must not give away: what its holder marked, and what is protected for its person anywhere. */
export const placesOf = ({ flags }: Pick<AnswerItemFacts, 'flags'>, person?: Person): ProtectedPlace[] => [
  ...new Set([...flags.flatMap((flag) => PLACE_OF[flag] ?? []), ...(person?.protected ?? [])]),
];

/** Whether this session is named on the condition's list. Conditions without a list name nobody. */
function isListed(condition: HandlingCondition, session: Session): boolean {
  if (condition.kind === 'ROLES') return condition.roles.some((role) => session.roles.includes(role));
  return condition.kind === 'NAMED' && condition.personIds.includes(session.id);
}

/**
 * Whether the session meets the coded condition. NO_WRITE and NO_ACTION are met by accepting them (SHOW_CONDITION); a call made first
 * cannot be seen from here, so that the holder answers; UNTIL holds until its day has come.
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

/**
 * The facts of one item in the rule book's codes, for one viewer. They come from inside the envelope, where the holder signed them; the
 * stricter of holder and roster counts where both know.
 */
export function itemFactsOf(
  facts: AnswerItemFacts,
  its: { identity: AnswerFacts['identity']; person: Person | undefined; session: Session | undefined },
): Record<string, unknown> {
  const { condition } = facts;
  const { person, session } = its;
  const conditions: ConditionCode[] = condition ? [condition.kind] : [];
  const isSure = its.identity === 'confirmed' && person?.identity !== 'possible';
  return {
    dataClass: facts.class === 'personal' ? CATEGORIES[facts.category].dataClass : facts.class,
    confidential: yesNo(facts.confidential),
    bar: facts.bar,
    relevance: facts.relevance,
    thirds: facts.thirds,
    redaction: facts.redaction,
    handling: facts.handling,
    conditions,
    met: yesNo(condition !== undefined && session !== undefined && isMet(condition, session)),
    inList: yesNo(condition !== undefined && session !== undefined && isListed(condition, session)),
    flags: facts.flags.filter(isFlag),
    protectedPlaces: placesOf(facts, person),
    sign: facts.sign,
    identity: isSure ? 'confirmed' : 'possible',
    release: 'none',
    detriment: 'none',
    answered: 'yes',
  };
}
