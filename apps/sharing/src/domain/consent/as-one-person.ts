import type { IntakeFacts } from '@mash/contracts';

interface AboutPeople {
  readonly personId: string;
  readonly givenById: string | null;
}

/**
 * What was stated of a mention was stated of whoever the mention turned out to be, and whoever spoke before they were matched is the same
 * speaker afterwards: a refusal is not lost, and a withdrawal is not read as a second parent's, because somebody was found in the index.
 * Ids that the roster does not know stay as they are.
 */
export function asOnePerson<Statement extends AboutPeople>(
  statements: readonly Statement[],
  people: readonly Pick<IntakeFacts['people'][number], 'personId' | 'formerIds'>[],
): Statement[] {
  const today = new Map<string, string>();
  for (const { personId, formerIds = [] } of people) for (const former of formerIds) today.set(former, personId);
  for (const { personId } of people) today.set(personId, personId);
  const idOf = (id: string): string => today.get(id) ?? id;
  return statements.map((statement) => ({
    ...statement,
    personId: idOf(statement.personId),
    givenById: statement.givenById === null ? null : idOf(statement.givenById),
  }));
}
