import { formerIdsOf, idsOfSeveral, meantBy, type LinkChange } from './former-ids';
import type { RecordedFact } from './recorded-facts';
import type { Roster, RosterMention } from './roster';

interface RosterTrail {
  readonly roster: Roster;
  readonly links: readonly LinkChange[];
}

type OnRecord = Pick<RecordedFact, 'personId' | 'parentId' | 'statedAt'>;

/** Whom an id of a statement meant: by their id of today, each of several perhaps. An id that the roster does not know stays as it is. */
function peopleMeant({ roster, links }: RosterTrail): (id: string, at: Date) => readonly string[] {
  const several = idsOfSeveral(roster, links);
  return (id, at) => {
    const stood = several.get(id);
    if (stood !== undefined) return meantBy(stood, at).map(({ personId }) => personId);
    const was = roster.mentions.find((one) => formerIdsOf(one, roster, links).includes(id));
    return [was?.personId ?? id];
  };
}

/** What was put on record of a mention, under whatever id it had then, each with whether it may have been meant of, or name, another. */
export function recordedOf<Recorded extends OnRecord>(
  { personId }: RosterMention,
  statements: readonly Recorded[],
  trail: RosterTrail,
): { readonly one: Recorded; readonly parents: readonly (string | undefined)[]; readonly isUnclear: boolean }[] {
  const meant = peopleMeant(trail);
  return statements.flatMap((one) => {
    const whose = meant(one.personId, one.statedAt);
    const parents = one.parentId === undefined ? [undefined] : meant(one.parentId, one.statedAt);
    return whose.includes(personId) ? { one, parents, isUnclear: whose.length + parents.length > 2 } : [];
  });
}

/** What is left of a statement that may have been meant of another: nothing that opens. Whose own word counts opens one way and the other. */
function whatCloses(fact: RecordedFact): RecordedFact {
  const { competence: _opensEitherWay, objects, dispute, parentalResponsibilityProven, ...said } = fact;
  return {
    ...said,
    isUnclear: true,
    ...(objects === true && { objects }),
    ...(dispute === 'open' && { dispute }),
    ...(parentalResponsibilityProven === false && { parentalResponsibilityProven }),
  };
}

/**
 * What stands on record of a mention, oldest first, about the person and of the parent whom the roster knows today: what was recorded before they
 * were matched is not lost. What was recorded under the record of somebody to whom another of the roster was linked by mistake may have been meant
 * of either (`idsOfSeveral`): of each is read only what closes.
 */
export function onRecordOf(
  mention: RosterMention,
  statements: readonly RecordedFact[],
  trail: RosterTrail,
): RecordedFact[] {
  const { personId } = mention;
  return recordedOf(mention, statements, trail).flatMap(({ one, parents, isUnclear }) =>
    parents.map((parentId) => ({ ...(isUnclear ? whatCloses(one) : one), personId, parentId })),
  );
}
