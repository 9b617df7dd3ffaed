import type { RosterPerson } from '@mash/contracts';
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
import { purposeWords } from '../../../presenters/purpose-words';
import { GROUNDS, HOWS } from '../shared/consent-words';
import { NOT_ON_ROSTER, PURPOSES } from './change.form';
import type { ChangeGiven } from './change.presenter';

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

const typed = ({ posted }: ChangeGiven, name: string): string => posted?.text(name) ?? '';

/** The day that was typed; today before anything was. */
function daySaid(given: ChangeGiven): { day: string; month: string; year: string } {
  if (given.posted !== undefined)
    return { day: typed(given, 'said-day'), month: typed(given, 'said-month'), year: typed(given, 'said-year') };
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short' }).format(given.now);
  const [day = '', month = '', year = ''] = today.split('/');
  return { day, month, year };
}

/** Who said what, when and how. Nothing is preselected but today: the machine does not lean. */
export function saidFields(given: ChangeGiven): FieldView[] {
  const { person, people, errors } = given;
  const value = (name: string): string => typed(given, name);
  return [
    radios({ name: 'state', label: 'What was said?', options: SAID, value: value('state'), errors }),
    dateField({ name: 'said', label: 'When?', value: daySaid(given), errors }),
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
  ];
}

/** What they were told before, and what shows it. All of it is sealed. */
export function shownByFields(given: ChangeGiven): FieldView[] {
  const { errors } = given;
  const value = (name: string): string => typed(given, name);
  return [
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
  ];
}

/** Why nobody asked, where nobody did. */
export function notAskedFields(given: ChangeGiven): FieldView[] {
  const { errors } = given;
  const grounds = Object.entries(GROUNDS).filter(([code]) => code !== 'NS_TEXT_ACCEPTED');
  return [
    select({
      name: 'ground',
      label: 'Where nobody asked: why not?',
      hint: 'Forgetting, haste and awkwardness are no grounds',
      options: [
        ...grounds.map(([code, text]) => ({ value: code, text })),
        { value: 'none', text: 'There was no ground' },
      ],
      value: typed(given, 'ground'),
      errors,
    }),
    textArea({
      name: 'groundWords',
      label: 'Another ground, in your own words',
      hint: 'It counts as none until a manager accepts it. It is sealed',
      value: typed(given, 'groundWords'),
      rows: 2,
      maxlength: 2000,
      errors,
    }),
  ];
}

/** For whom and for what a yes is, where it is not for all; open once something is ticked. */
export function onlyFields({ agencies, posted, errors }: ChangeGiven): {
  readonly fields: readonly FieldView[];
  readonly open: boolean;
} {
  const ids = agencies.map(({ agencyId }) => agencyId);
  const chosen = posted?.choices('bodies', ids) ?? [];
  const purposes = posted?.choices('purposes', PURPOSES) ?? [];
  const bodies = checkboxes({
    name: 'bodies',
    label: 'Their yes is only for',
    hint: 'Leave all unticked where they agreed to every partner of the hub. Tick the council too where the hub may read the answers',
    options: agencies.map(({ agencyId, name }) => ({ value: agencyId, text: name })),
    values: chosen,
    columns: true,
    errors,
  });
  const work = checkboxes({
    name: 'purposes',
    label: 'And only for this',
    hint: 'Leave all unticked where they agreed to whatever the hub looks into',
    options: PURPOSES.map((purpose) => ({ value: purpose, text: purposeWords(purpose) })),
    values: purposes,
    columns: true,
    errors,
  });
  return { fields: [bodies, work], open: chosen.length > 0 || purposes.length > 0 };
}
