import type { FieldError } from '../../forms/field-error';
import { dateField, radios, select, textArea, textField, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { RELATIONS } from '../make-a-contact/draft/code-lists';
import { protectedPlacesField } from '../make-a-contact/draft/protected-places';
import { CALL_PEOPLE, CALL_PLACES, secretName } from './call.form';

/** The one-page call screen: the caller's words left, who is calling (sealed apart) and the people right. */
export interface CallView {
  readonly concern: readonly FieldView[];
  readonly caller: readonly FieldView[];
  readonly people: readonly { readonly heading: string; readonly fields: readonly FieldView[] }[];
  readonly urgency: readonly FieldView[];
  readonly action: string;
}

const KINDS = [
  { value: 'public', text: 'Member of the public' },
  { value: 'family', text: 'Family, relative or carer' },
  { value: 'child', text: 'A child or young person' },
  { value: 'anonymous', text: 'Will not say' },
  { value: 'professional', text: 'Professional, by telephone' },
];

const HEADINGS: Readonly<Record<(typeof CALL_PEOPLE)[number], string>> = {
  child1: 'First child',
  child2: 'Second child',
  child3: 'Third child',
  adult1: 'First adult',
  adult2: 'Second adult',
};

interface Typed {
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
}

const text = ({ posted, errors }: Typed, name: string, label: string, hint?: string, maxlength = 120): FieldView =>
  textField({ name, label, hint, maxlength, value: posted?.text(name), errors });

function concernFields(typed: Typed): FieldView[] {
  const { posted, errors } = typed;
  return [
    textArea({
      name: 'narrative',
      label: "The concern, in the caller's own words",
      rows: 10,
      value: posted?.text('narrative'),
      errors,
    }),
    text(typed, 'where', 'Where is the child now?', 'If known', 300),
    textArea({
      name: 'householdNote',
      label: 'Who else lives there?',
      rows: 2,
      value: posted?.text('householdNote'),
      errors,
    }),
  ];
}

const callerFields = (typed: Typed): FieldView[] => [
  radios({
    name: 'kind',
    label: 'Who is calling?',
    options: KINDS,
    value: typed.posted?.text('kind'),
    errors: typed.errors,
  }),
  text(typed, 'caller-name', 'Their name', 'Leave empty if they do not want to say'),
  text(typed, 'caller-telephone', 'Their telephone number', undefined, 30),
  text(typed, 'caller-safeToRing', 'When and how is it safe to ring them?', undefined, 200),
  text(typed, 'caller-knowsFamilyHow', 'How do they know the family?', undefined, 200),
];

function personFields(typed: Typed, slot: (typeof CALL_PEOPLE)[number]): FieldView[] {
  const { posted, errors } = typed;
  const kind = slot.startsWith('child') ? 'child' : 'adult';
  const born = (part: string): string => posted?.text(`${slot}-birthDate-${part}`) ?? '';
  return [
    text(typed, `${slot}-forenames`, 'First names'),
    text(typed, `${slot}-surname`, 'Surname'),
    dateField({
      name: `${slot}-birthDate`,
      label: 'Born, as far as known',
      value: { day: born('day'), month: born('month'), year: born('year') },
      errors,
    }),
    ...(kind === 'adult' ? [text(typed, `${slot}-relationship`, 'Who are they to the child?')] : []),
    select({
      name: `${slot}-relation`,
      label: 'What part do they play?',
      options: RELATIONS[kind],
      value: posted?.text(`${slot}-relation`) ?? (kind === 'child' ? 'concern' : 'involved'),
      errors,
    }),
    protectedPlacesField({ name: secretName(slot), places: CALL_PLACES, posted }),
  ];
}

const urgencyFields = ({ posted, errors }: Typed): FieldView[] => [
  radios({
    name: 'urgent',
    label: 'How soon must somebody look?',
    options: [
      { value: 'yes', text: 'Urgent: a child may come to harm if nobody looks today' },
      { value: 'no', text: 'Not urgent: next working day' },
    ],
    value: posted?.text('urgent'),
    errors,
  }),
  textField({
    name: 'minutesAgo',
    label: 'How many minutes ago did the call come in?',
    hint: 'Leave empty for now. The clocks start there.',
    classes: 'govuk-input--width-4',
    inputmode: 'numeric',
    maxlength: 4,
    value: posted?.text('minutesAgo'),
    errors,
  }),
];

export function callView(draftId: string, posted: Posted | undefined, errors: readonly FieldError[]): CallView {
  const typed = { posted, errors };
  return {
    concern: concernFields(typed),
    caller: callerFields(typed),
    people: CALL_PEOPLE.map((slot) => ({ heading: HEADINGS[slot], fields: personFields(typed, slot) })),
    urgency: urgencyFields(typed),
    action: `/intake/call/${draftId}`,
  };
}
