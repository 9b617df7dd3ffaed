import type { DecisionFacts, IntakeFacts, TellingCaution } from '@mash/contracts';
import { factsInDate } from '../facts-in-date';

/** What the concern asks to be kept from the family: something, nothing, or nobody can read it here. */
export type ToKeep = 'something' | 'nothing' | 'unread';

/** What stands against telling the parents of an enquiry today. */
export interface AgainstTelling {
  /** An answer says that it would be unsafe, or that nobody may be alerted. Its cause is the holder's. */
  readonly answersHold: boolean;
  readonly toKeep: ToKeep;
  readonly whoTellsFamily: DecisionFacts['whoTellsFamily'];
  /** Under every id by which they stood on the roster. */
  readonly objecting: ReadonlySet<string>;
}

/** How telling the parent about one person stands. */
export interface TellingNow {
  /** It must not be done yet. Whoever is owed it reads HOLD. */
  readonly isHeld: (personId: string | null) => boolean;
  /** What whoever tells has to know, as far as the hub may read it. */
  readonly cautions: (personId: string | null) => TellingCaution[];
}

/** 13 or over, or of an age that nobody knows. */
const MAY_OBJECT: readonly IntakeFacts['people'][number]['kind'][] = ['13_15', '16_17', 'unknown'];

/**
 * Children of 13 or over, or who may be, who object, and of whom no finding that counts has it that they cannot judge: nothing of theirs goes to a parent
 * (R-AGE-03). An objection that is old is asked about again, and never read as gone: it ends once it is recorded that they object no more.
 */
export function objectingToParents({ people }: Pick<IntakeFacts, 'people'>, now: Date): Set<string> {
  const objecting = people.filter(
    (person) => MAY_OBJECT.includes(person.kind) && person.objects && factsInDate(person, now).competence !== 'no',
  );
  return new Set(objecting.flatMap(({ personId, formerIds = [] }) => [personId, ...formerIds]));
}

/** Of whom telling is on hold: null stands for everybody of the enquiry. */
export function heldOf({ answersHold, whoTellsFamily, objecting }: AgainstTelling): (string | null)[] {
  const ofAll = answersHold || whoTellsFamily === 'not_safe_to_tell';
  return [...(ofAll ? [null] : []), ...objecting];
}

const IN_THE_CONCERN = { something: ['keep_from_family'], unread: ['concern_unread'], nothing: [] } as const;

/** "Unsafe to tell the parent" limits informing, never protecting (rule book sections 3 and 5). */
export function tellingNow(against: AgainstTelling): TellingNow {
  const held = new Set(heldOf(against));
  return {
    isHeld: (personId) => held.has(null) || (personId !== null && held.has(personId)),
    cautions: (personId) => [
      ...(against.whoTellsFamily === 'not_safe_to_tell' ? (['not_safe_to_tell'] as const) : []),
      ...(personId !== null && against.objecting.has(personId) ? (['child_objects'] as const) : []),
      ...IN_THE_CONCERN[against.toKeep],
    ],
  };
}
