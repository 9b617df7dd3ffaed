import type { IntakeFacts } from '@mash/contracts';

interface AboutPeople {
  readonly personId: string;
  readonly givenById: string | null;
  readonly state: string;
  readonly recordedAt: Date;
  readonly writtenAt: Date | null;
}

type Roster = Pick<IntakeFacts, 'idsOfSeveral'> & {
  readonly people: readonly Pick<IntakeFacts['people'][number], 'personId' | 'formerIds'>[];
};

/** Whom an id meant: one person, or each of several perhaps. Nobody in particular is one, too. */
type Meant<Id> = readonly [Id, ...Id[]];

/** The people of an id, by their id of today, as it was meant at that moment. */
function meantOn({ people, idsOfSeveral = [] }: Roster): (id: string, at: Date) => Meant<string> {
  const today = new Map<string, string>();
  for (const { personId, formerIds = [] } of people) for (const former of formerIds) today.set(former, personId);
  for (const { personId } of people) today.set(personId, personId);
  return (id, at) => {
    const { stood = [] } = idsOfSeveral.find((one) => one.id === id) ?? {};
    const then = stood.filter(
      ({ from, until }) =>
        (from === undefined || Date.parse(from) <= at.getTime()) &&
        !(until !== undefined && Date.parse(until) <= at.getTime()),
    );
    const certain = then.find((one) => one.certain);
    if (certain !== undefined) return [certain.personId];
    const [first = today.get(id) ?? id, ...others] = new Set([...then, ...stood].map(({ personId }) => personId));
    return [first, ...others];
  };
}

const isNo = ({ state }: AboutPeople): boolean => state === 'refused' || state === 'withdrawn';

/**
 * What was stated of a mention was stated of whoever the mention turned out to be, and whoever spoke before they were matched is the same
 * speaker afterwards: a refusal is not lost, and a withdrawal is not read as a second parent's, because somebody was found in the index.
 * Ids that the roster does not know stay as they are. What was written down under the id of somebody to whom another of the roster was linked by
 * mistake may have been meant of either: a no is read of, and by, each of them, and anything else of nobody (`whoseIsUnclear`).
 */
export function asOnePerson<Statement extends AboutPeople>(
  statements: readonly Statement[],
  roster: Roster,
): (Statement & { readonly whoseIsUnclear?: true })[] {
  const meant = meantOn(roster);
  return statements.flatMap((statement) => {
    const at = statement.writtenAt ?? statement.recordedAt;
    const { givenById: speaker } = statement;
    const whose = meant(statement.personId, at);
    const by: Meant<string | null> = speaker === null ? [null] : meant(speaker, at);
    const readings = whose.flatMap((personId) => by.map((givenById) => ({ ...statement, personId, givenById })));
    return readings.length === 1 || isNo(statement)
      ? readings
      : [{ ...statement, personId: whose[0], givenById: by[0], whoseIsUnclear: true as const }];
  });
}
