import type { MatchCandidate, RosterPerson } from '@mash/contracts';
import { lateVerdict, markOfShown, type LateVerdict } from './late-verdict';
import type { PostedFields } from '../../../forms/posted';
import { candidatesPath, mentionPath, type SearchSoFar } from '../screening-paths';
import { typedWords } from '../typed-words';

type Reason = MatchCandidate['reasons'][number];

/** The evidence of one candidate: differences, then what is the same, then what is missing. */
export interface CompareView {
  readonly heading: string;
  readonly caution: string | undefined;
  readonly groups: readonly { readonly caption: string; readonly rows: readonly CompareRow[] }[];
  readonly checkDigits: readonly string[];
  /** Absent where somebody has said already who it is. */
  readonly action: string | undefined;
  readonly unlinkHref: string;
  /** By which a verdict that is pressed late knows again what it rested on. */
  readonly shown: string;
  readonly late: LateVerdict | undefined;
  readonly searchId: string;
  readonly different: readonly string[];
  readonly candidatesHref: string;
}

export interface CompareRow {
  readonly field: string;
  readonly mention: string;
  readonly record: string;
  readonly words: string;
}

const GROUPS: readonly { caption: string; agreements: readonly Reason['agreement'][] }[] = [
  { caption: 'Differences', agreements: ['different', 'similar'] },
  { caption: 'The same', agreements: ['same'] },
  { caption: 'Missing on one side', agreements: ['missing'] },
];

const FIELDS: Readonly<Record<string, string>> = {
  forenames: 'First names',
  surname: 'Surname',
  name: 'Name',
  aliases: 'Other names',
  birthDate: 'Born',
  expectedDate: 'Expected',
  sex: 'Sex',
  postcode: 'Postcode',
  address: 'Address',
  nhsNumber: 'NHS number',
  upn: 'Unique pupil number',
  telephone: 'Telephone',
  school: 'School',
  kind: 'Child or adult',
};

/** A field of the matcher as a person says it; one that is new to us in its own words. */
export function fieldWords(field: string): string {
  const spaced = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return FIELDS[field] ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

const rowOf = ({ field, words, mention, record }: Reason): CompareRow => ({
  field: fieldWords(field),
  mention: mention ?? 'Not said',
  record: record ?? 'Not on record',
  words,
});

/** A different field goes before a similar one. */
function rowsOf(reasons: readonly Reason[], agreements: readonly Reason['agreement'][]): CompareRow[] {
  return agreements.flatMap((wanted) => reasons.filter(({ agreement }) => agreement === wanted)).map(rowOf);
}

export interface CompareGiven {
  readonly reference: string;
  readonly person: RosterPerson;
  readonly candidate: MatchCandidate;
  readonly soFar: SearchSoFar;
  /** What was pressed here when they were signed out. */
  readonly pressed?: PostedFields | undefined;
}

const isSaid = ({ matched }: RosterPerson): boolean => matched === 'matched' || matched === 'new';

export function compareView(given: CompareGiven): CompareView {
  const { reference, person, soFar, pressed } = given;
  const { mentionId } = person;
  const evidence = evidenceOf(given);
  const shown = markOfShown({ ...evidence, isSaid: isSaid(person) });
  return {
    ...evidence,
    action: isSaid(person) ? undefined : mentionPath(reference, mentionId, `compare/${given.candidate.personId}`),
    unlinkHref: mentionPath(reference, mentionId, 'unlink'),
    shown,
    late: pressed && lateVerdict(pressed, shown),
    searchId: soFar.searchId,
    different: soFar.different,
    candidatesHref: candidatesPath(reference, mentionId, soFar),
  };
}

function evidenceOf({
  person,
  candidate,
}: CompareGiven): Pick<CompareView, 'heading' | 'caution' | 'groups' | 'checkDigits'> {
  const { nhsNumber, nhsNumberTyped, upn, upnTyped } = person;
  const groups = GROUPS.map(({ caption, agreements }) => ({ caption, rows: rowsOf(candidate.reasons, agreements) }));
  return {
    heading: `Is ${person.displayName} the same person as ${candidate.displayName}?`,
    caution: candidate.caution,
    groups: groups.filter(({ rows }) => rows.length > 0),
    checkDigits: [
      ...(nhsNumber !== undefined && nhsNumberTyped !== undefined
        ? [`NHS number of the contact: ${typedWords(nhsNumber, nhsNumberTyped)}`]
        : []),
      ...(upn !== undefined && upnTyped !== undefined
        ? [`Unique pupil number of the contact: ${typedWords(upn, upnTyped)}`]
        : []),
    ],
  };
}
