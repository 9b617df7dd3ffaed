import type { IntakeFacts, PersonRelation } from '@mash/contracts';
import type { FactKind } from './fact-kind-of';

/** What the packs call it. */
const SEXUAL_HARM = 'sexual-harm';
const CHILDREN: readonly FactKind[] = ['u13', '13_15', '16_17', 'unknown'];

interface OfTheConcern {
  readonly kind: FactKind;
  readonly relation: PersonRelation;
}

/**
 * The sign that a contact holds of one of its people (rule book section 1, `sign`; row R-AGE-06): sexual activity with a child under 13 is an
 * offence whatever anybody agreed to (Sexual Offences Act 2003 sections 5-8). A concern names its worries for all its children at once: where one
 * of them is 13 or over, or of unknown age, nobody has said which of them it is, and there is no sign. One who is said to have caused the harm,
 * who lives there or who is only mentioned is not whom it was done to: neither has the sign nor takes it from another.
 */
export function signOfConcern(
  one: OfTheConcern,
  all: readonly OfTheConcern[],
  issues: readonly string[] = [],
): IntakeFacts['people'][number]['sign'] {
  if (!issues.includes(SEXUAL_HARM) || one.relation !== 'concern' || one.kind !== 'u13') return undefined;
  const concerned = all.filter(({ relation, kind }) => relation === 'concern' && CHILDREN.includes(kind));
  return concerned.every(({ kind }) => kind === 'u13') ? 'u13_sexual' : undefined;
}
