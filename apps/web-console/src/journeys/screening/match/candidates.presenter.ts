import { ageWords, partialDateOf, partialDateWords } from '@mash/clocks';
import type { MatchCandidate, RosterPerson } from '@mash/contracts';
import { BANDS } from '../match-words';
import type { LateVerdict } from './late-verdict';
import { comparePath, mentionPath, peoplePath, type SearchSoFar } from '../screening-paths';

/** What the search found, and how far each is ruled out. */
export interface CandidatesView {
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly born: string;
    readonly address: string;
    readonly band: string;
    readonly caution: string | undefined;
    readonly said: string | undefined;
    readonly href: string;
  }[];
  /** Absent until each likely and possible candidate is ruled out. */
  readonly create:
    { readonly action: string; readonly searchId: string; readonly different: readonly string[] } | undefined;
  readonly late: LateVerdict | undefined;
  readonly searchAction: string;
  readonly back: string;
}

export interface CandidatesGiven {
  readonly reference: string;
  readonly person: RosterPerson;
  readonly candidates: readonly MatchCandidate[];
  readonly soFar: SearchSoFar;
  readonly now: Date;
  /** Pressed on a record that is not among them any more. */
  readonly late?: LateVerdict;
}

export function bornWords({ birthDate }: Pick<MatchCandidate, 'birthDate'>, now: Date): string {
  const date = birthDate && partialDateOf(birthDate);
  if (date === undefined) return 'Birth date not known';
  const approximate = birthDate?.approximate;
  return `${approximate === true ? 'about ' : ''}${partialDateWords(date)} (${ageWords({ birthDate: date, approximate }, now)})`;
}

const addressWords = ({ address }: MatchCandidate): string =>
  [address?.lines, address?.postcode].filter((part) => part !== undefined).join(', ') || 'No address shown';

/** Those whom a human must rule out before anyone may be created. */
export const stillOpen = (candidates: readonly MatchCandidate[], { different }: SearchSoFar): MatchCandidate[] =>
  candidates.filter(({ band, personId }) => band !== 'unlikely' && !different.includes(personId));

function headingOf({ candidates, soFar, person }: CandidatesGiven): string {
  if (candidates.length === 0) return `Nobody in the index could be ${person.displayName}`;
  const open = stillOpen(candidates, soFar).length;
  if (open === 0) return `Nobody likely is left for ${person.displayName}`;
  return `${open} ${open === 1 ? 'record' : 'records'} could be ${person.displayName}`;
}

export function candidatesView(given: CandidatesGiven): CandidatesView {
  const { reference, person, candidates, soFar, now } = given;
  const { mentionId } = person;
  const canCreate = stillOpen(candidates, soFar).length === 0;
  return {
    heading: headingOf(given),
    rows: candidates.map((candidate) => ({
      name: candidate.displayName,
      born: bornWords(candidate, now),
      address: addressWords(candidate),
      band: BANDS[candidate.band],
      caution: candidate.caution,
      said: soFar.different.includes(candidate.personId) ? 'You said: different' : undefined,
      href: comparePath(reference, mentionId, candidate.personId, soFar),
    })),
    create: canCreate ? { action: mentionPath(reference, mentionId, 'create'), ...soFar } : undefined,
    late: given.late,
    searchAction: mentionPath(reference, mentionId, 'search'),
    back: peoplePath(reference),
  };
}
