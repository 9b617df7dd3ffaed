import { ageWords, partialDateOf, partialDateWords } from '@mash/clocks';
import type { BasisView } from '../../../presenters/basis-view';
import type { SummaryRow } from '../../../presenters/summary-row';
import { PURPOSE_WORDS } from '../../asking/words/purpose-words';
import type { AskedPerson } from './asked-person';

/** One person of a request: who they are, as rows and as text to copy into a search, and what is asked. */
export interface AskedPersonView {
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  readonly rows: readonly SummaryRow[];
  readonly copy: string;
  readonly questions: readonly string[];
  readonly basis: BasisView | undefined;
}

const row = (key: string, value: string | undefined): SummaryRow[] =>
  value === undefined || value === '' ? [] : [{ key, value }];

function born({ content }: Pick<AskedPerson, 'content'>, now: Date): string | undefined {
  const person = content?.person;
  const birthDate = person?.birthDate && partialDateOf(person.birthDate);
  if (person === undefined) return undefined;
  if (birthDate === undefined) return person.expectedDate && ageWords({ expectedDate: person.expectedDate }, now);
  const about = person.birthDate?.approximate === true ? 'About ' : '';
  return `${about}${partialDateWords(birthDate)} (${ageWords({ birthDate, approximate: person.birthDate?.approximate }, now)})`;
}

const LEFT_OUT = 'A place that must be kept secret. Search by what is here.';
const QUIET =
  'Do not tell the parents of this, or that anybody asked, and say nothing that could lead them to it. Ring the hub before you speak to the family.';
const SEX: Readonly<Record<string, string>> = { F: 'Female', M: 'Male', U: 'Not known' };

/** Who it is, as the agency that is asked reads it. */
export function identifierRows(asked: Pick<AskedPerson, 'content' | 'withheldBecause'>, now: Date): SummaryRow[] {
  const person = asked.content?.person;
  if (person === undefined) {
    const value = asked.withheldBecause ?? 'This could not be opened. Ring the hub: they can send it again.';
    return [{ key: 'Who', value, isGap: true }];
  }
  const [, ...otherNames] = person.names;
  return [
    ...row('Name', person.names[0]),
    ...row('Other names', [...otherNames, ...person.aliases].join(', ')),
    ...row(person.expectedDate === undefined ? 'Born' : 'Expected', born(asked, now)),
    ...row('Sex', person.sex === undefined ? undefined : (SEX[person.sex] ?? 'Not known')),
    ...row('Address', person.addresses.join('\n')),
    ...row('NHS number', person.nhsNumber),
    ...row('Unique pupil number', person.upn),
    ...row('Relationship', person.relationship),
  ];
}

export function askedPersonView(asked: AskedPerson, at: number, of: number, now: Date): AskedPersonView {
  const rows = identifierRows(asked, now);
  return {
    personId: asked.personId,
    basis: asked.basis,
    name: asked.content?.person.names[0] ?? `Person ${at + 1}`,
    place: `Person ${at + 1} of ${of}`,
    rows: [
      ...row('Keep from the parents', asked.isKeptFromParents === true ? QUIET : undefined),
      ...row('Condition', asked.condition),
      ...rows,
      ...row('Left out', asked.isCut ? LEFT_OUT : undefined),
    ],
    copy:
      asked.content === undefined
        ? ''
        : rows.map(({ key, value }) => `${key}: ${value.replaceAll('\n', ', ')}`).join('\n'),
    questions: asked.questions.map(({ label, existenceOnly, category }) => {
      const why = asked.content?.questions.find((one) => one.category === category)?.why;
      return `${label}${existenceOnly ? ': only whether you know them' : ''}${why === undefined ? '' : ` (${why})`}`;
    }),
  };
}

/** The text that the hub sealed for the agency to read; in words of ours where nothing opened. */
export const purposeRead = (people: readonly AskedPerson[], purpose: keyof typeof PURPOSE_WORDS): string =>
  people.find(({ content }) => content !== undefined)?.content?.purposeText ?? `For ${PURPOSE_WORDS[purpose]}.`;
