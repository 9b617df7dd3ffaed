import type { Agencies, ConsentPreview, RosterPerson } from '@mash/contracts';
import { CATEGORIES } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import {
  checkboxes,
  dateField,
  radios,
  select,
  textArea,
  textField,
  type FieldView,
  type Option,
} from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { consentPath } from '../consent-path';
import { purposeWords } from '../../../presenters/purpose-words';
import { EFFECTS, GROUNDS, HOWS, KINDS, STATES } from '../shared/consent-words';
import { NOT_ON_ROSTER, PURPOSES, type ChangeContext, type StatedChange } from './change.form';

/** "Record a change": what was said. */
export interface ChangeView {
  readonly heading: string;
  readonly asks: string;
  readonly action: string;
  readonly statementId: string;
  readonly fields: readonly FieldView[];
  readonly notAsked: readonly FieldView[];
  readonly only: { readonly fields: readonly FieldView[]; readonly open: boolean };
  readonly back: string;
}

/** "What it recalls", before it is recorded. */
export interface CheckView {
  readonly heading: string;
  readonly action: string;
  readonly before: string;
  readonly after: string;
  readonly lines: readonly {
    readonly who: string;
    readonly what: string;
    readonly effect: string;
    readonly why: string;
  }[];
  readonly told: readonly string[];
  /** What was typed, carried to the next press. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly back: string;
}

export interface ChangeGiven extends Omit<ChangeContext, 'agencyIds'> {
  readonly reference: string;
  readonly agencies: Agencies['agencies'];
  readonly statementId: string;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
}

const SAID: readonly Option[] = [
  { value: 'given', text: 'They agree' },
  { value: 'refused', text: 'They refuse' },
  { value: 'withdrawn', text: 'They take back what they agreed to' },
  { value: 'not_sought', text: 'Nobody asked' },
];
const PARTS: readonly Option[] = [
  { value: 'parent_with_pr', text: 'A parent: parental responsibility is proven' },
  { value: 'parent_pr_unproven', text: 'A parent: parental responsibility is not proven' },
  { value: 'other', text: 'Somebody else: a step-parent, a relative, another adult' },
];

export const kindPath = (kind: ChangeContext['kind']): string => kind.replace('_', '-');

const actionOf = ({ reference, person, kind }: ChangeGiven): string =>
  consentPath(reference, person.personId, `/change/${kindPath(kind)}`);

function speakers(person: RosterPerson, people: readonly RosterPerson[]): Option[] {
  const others = people.filter(({ personId }) => personId !== person.personId);
  return [
    { value: person.personId, text: `${person.displayName}, for themselves` },
    ...others.map(({ personId, displayName, relationship }) => ({
      value: personId,
      text: relationship === undefined ? displayName : `${displayName}, ${relationship}`,
    })),
    { value: NOT_ON_ROSTER, text: 'Somebody who is not on the roster' },
  ];
}

/** Nothing is preselected but today: the machine does not lean. */
export function changeView(given: ChangeGiven): ChangeView {
  const { kind, person, people, posted, errors, now, agencies, statementId } = given;
  const value = (name: string): string => posted?.text(name) ?? '';
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short' })
    .format(now)
    .split('/');
  const day = (part: 'day' | 'month' | 'year', index: number): string =>
    posted === undefined ? (today[index] ?? '') : value(`said-${part}`);
  const chosen =
    posted?.choices(
      'bodies',
      agencies.map(({ agencyId }) => agencyId),
    ) ?? [];
  const purposes = posted?.choices('purposes', PURPOSES) ?? [];
  const grounds = Object.entries(GROUNDS).filter(([code]) => code !== 'NS_TEXT_ACCEPTED');
  return {
    heading: `${person.displayName}, ${KINDS[kind].title.toLowerCase()}: what was said?`,
    asks: KINDS[kind].asks,
    action: actionOf(given),
    statementId,
    fields: [
      radios({ name: 'state', label: 'What was said?', options: SAID, value: value('state'), errors }),
      dateField({
        name: 'said',
        label: 'When?',
        value: { day: day('day', 0), month: day('month', 1), year: day('year', 2) },
        errors,
      }),
      select({
        name: 'speaker',
        label: 'Who said it?',
        options: speakers(person, people),
        value: value('speaker'),
        errors,
      }),
      radios({
        name: 'part',
        label: 'What are they to this person?',
        hint: 'Leave this where they spoke for themselves',
        options: PARTS,
        value: value('part'),
        errors,
      }),
      select({ name: 'how', label: 'How?', options: HOWS, value: value('how'), errors }),
      textArea({
        name: 'told',
        label: 'What were they told?',
        hint: 'Who would be asked, about whom, for what, and what follows. It is sealed',
        value: value('told'),
        rows: 3,
        maxlength: 2000,
        errors,
      }),
      textArea({
        name: 'evidence',
        label: 'What shows it?',
        hint: 'What was seen or heard. It is sealed',
        value: value('evidence'),
        rows: 2,
        maxlength: 2000,
        errors,
      }),
      textField({
        name: 'evidenceReference',
        label: 'Where is the evidence?',
        hint: 'For example: signed form, scanned to the case record. It is sealed',
        value: value('evidenceReference'),
        maxlength: 200,
        errors,
      }),
    ],
    notAsked: [
      select({
        name: 'ground',
        label: 'Where nobody asked: why not?',
        hint: 'Forgetting, haste and awkwardness are no grounds',
        options: [
          ...grounds.map(([code, text]) => ({ value: code, text })),
          { value: 'none', text: 'There was no ground' },
        ],
        value: value('ground'),
        errors,
      }),
      textArea({
        name: 'groundWords',
        label: 'Another ground, in your own words',
        hint: 'It counts as none until a manager accepts it. It is sealed',
        value: value('groundWords'),
        rows: 2,
        maxlength: 2000,
        errors,
      }),
    ],
    only: {
      fields: [
        checkboxes({
          name: 'bodies',
          label: 'Their yes is only for',
          hint: 'Leave all unticked where they agreed to every partner of the hub. Tick the council too where the hub may read the answers',
          options: agencies.map(({ agencyId, name }) => ({ value: agencyId, text: name })),
          values: chosen,
          columns: true,
          errors,
        }),
        checkboxes({
          name: 'purposes',
          label: 'And only for this',
          hint: 'Leave all unticked where they agreed to whatever the hub looks into',
          options: PURPOSES.map((purpose) => ({ value: purpose, text: purposeWords(purpose) })),
          values: purposes,
          columns: true,
          errors,
        }),
      ],
      open: chosen.length > 0 || purposes.length > 0,
    },
    back: consentPath(given.reference, person.personId),
  };
}

const CARRIED = [
  ...['state', 'said-day', 'said-month', 'said-year', 'speaker', 'part', 'how', 'told', 'evidence'],
  ...['evidenceReference', 'ground', 'groundWords'],
] as const;

export function checkView(given: ChangeGiven & { change: StatedChange; preview: ConsentPreview }): CheckView {
  const { preview, posted, change, statementId, person, kind } = given;
  const carried = CARRIED.map((name) => ({ name, value: posted?.text(name) ?? '' }));
  const changed = preview.lines.filter(({ effect }) => effect !== 'stays');
  const stopped = preview.lines.filter(({ effect }) => effect === 'recalled' || effect === 'held').length;
  return {
    heading:
      stopped === 0
        ? 'This recalls nothing'
        : `This stops ${stopped === 1 ? '1 question' : `${stopped} questions`} to agencies`,
    action: actionOf(given),
    before: `${KINDS[kind].title}: ${STATES[preview.before.state].toLowerCase()}`,
    after: `${KINDS[kind].title}: ${STATES[preview.after.state].toLowerCase()}${preview.after.dispute ? ', in dispute' : ''}`,
    lines: changed.map((line) => ({
      who: agencyWords(line.agencyId),
      what: CATEGORIES[line.category].label,
      effect: EFFECTS[line.effect],
      why: line.reasons.map(({ sentence }) => sentence).join(' '),
    })),
    told: preview.told.map(agencyWords),
    carried: [
      { name: 'statementId', value: statementId },
      { name: 'saidAt', value: change.said.statedAt },
      ...carried,
      ...change.said.bodies.map((value) => ({ name: 'bodies', value })),
      ...(change.said.purposes ?? []).map((value) => ({ name: 'purposes', value })),
    ],
    back: consentPath(given.reference, person.personId),
  };
}
