import type { IntakeFacts } from '@mash/contracts';
import type { ProtectedPlace } from '../decision';

/** A whole document of the hub's own has no handling code, bar or third party of its own; protected places follow its person. */
export const documentFactsOf = (
  protectedPlaces: readonly ProtectedPlace[],
  flags: readonly string[] = [],
): Record<string, unknown> => ({
  bar: 'none',
  relevance: 'relevant',
  thirds: 'none',
  redaction: 'whole',
  handling: 'none',
  conditions: [],
  flags,
  protectedPlaces,
  confidential: 'yes',
  release: 'none',
  detriment: 'none',
});

/**
 * A concern that came in is received, never decided (rule book, section 1), and what the hub wrote is its own record: it reads them before
 * anybody is matched or named, and an objection or a dispute bears on telling others.
 */
export const OWN_RECORD_FACTS = {
  relation: 'concern',
  identity: 'confirmed',
  objects: 'no',
  dispute: 'none',
  pr: 'proven',
} as const;

/** Where no born child has been named yet, a concern is about a child. */
export const UNNAMED_CHILD = { ...OWN_RECORD_FACTS, subjectKind: 'u13' } as const;

const BORN: readonly IntakeFacts['people'][number]['kind'][] = ['u13', '13_15', '16_17'];

/**
 * What the hub reads of its own record by: that the first to be told of is an adult, or not born yet, bears on telling others (R-KIND-01, -02).
 * Nobody waits for a manager to read the concern that came in.
 */
export const ownRecordFacts = (person: IntakeFacts['people'][number] | undefined) =>
  person !== undefined && BORN.includes(person.kind) ? OWN_RECORD_FACTS : UNNAMED_CHILD;

/** Whom a whole concern is about: the first child that the worry is about, else one who may have caused the harm, else anyone of the concern. */
export function subjectOfConcern({ people }: IntakeFacts): IntakeFacts['people'][number] | undefined {
  const concern = people.filter(({ relation }) => relation === 'concern');
  const isChild = ({ kind }: IntakeFacts['people'][number]): boolean => kind !== 'adult';
  const said = people.find((one) => one.relation === 'ap' && isChild(one));
  return concern.find(isChild) ?? said ?? concern[0] ?? people[0];
}
