import type { MatchCandidate } from '@mash/contracts';
import { comparePeople } from '@mash/person-matching';
import type { ComparablePerson, Comparison } from '@mash/person-matching';
import { matchValue } from './match-values';
import type { Person } from './person';
import { displayNameOf } from './person-name';

/** A person of the index with all that contacts have said of them: somebody may be better known under an earlier name. */
export interface KnownPerson {
  readonly person: Person;
  /** The index's own word first. */
  readonly descriptions: readonly ComparablePerson[];
}

interface Compared {
  readonly comparison: Comparison;
  readonly record: ComparablePerson;
}

/** The description that is nearest to whom we look for; the first of equals. */
function nearest(asked: ComparablePerson, descriptions: readonly ComparablePerson[]): Compared | undefined {
  return descriptions
    .map((record) => ({ record, comparison: comparePeople(asked, record) }))
    .reduce<Compared | undefined>(
      (best, one) => (best && best.comparison.score >= one.comparison.score ? best : one),
      undefined,
    );
}

/** A candidate with its reasons, for a human to look at. It never merges anything. */
export function bestMatch(asked: ComparablePerson, { person, descriptions }: KnownPerson): MatchCandidate[] {
  const best = nearest(asked, descriptions);
  if (best === undefined) return [];
  const { comparison, record } = best;
  const { personId, kind, birthDate, nhsNumber, upn, addressLines, postcode } = person;
  const hasAddress = addressLines !== undefined || postcode !== undefined;
  return [
    {
      personId,
      kind,
      displayName: displayNameOf(person),
      birthDate,
      nhsNumber,
      upn,
      address: hasAddress ? { lines: addressLines, postcode } : undefined,
      score: comparison.score,
      band: comparison.band,
      caution: comparison.caution,
      reasons: comparison.reasons.map((reason) => ({
        ...reason,
        mention: matchValue(asked, reason.field),
        record: matchValue(record, reason.field),
      })),
    },
  ];
}

const BANDS: readonly MatchCandidate['band'][] = ['likely', 'possible', 'unlikely'];

/** Best first; equals by id, so that the order never changes by chance. */
export const byRank = (one: MatchCandidate, other: MatchCandidate): number =>
  BANDS.indexOf(one.band) - BANDS.indexOf(other.band) ||
  other.score - one.score ||
  one.personId.localeCompare(other.personId);
