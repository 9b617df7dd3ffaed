import type { FieldError } from '../../forms/field-error';
import { dateField, radios, textArea, textField, type FieldView } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { CALL_PEOPLE } from './call.form';

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

export function callView(draftId: string, posted: Posted | undefined, errors: readonly FieldError[]): CallView {
  const value = (name: string): string | undefined => posted?.text(name);
  const text = (name: string, label: string, hint?: string, maxlength = 120): FieldView =>
    textField({ name, label, hint, maxlength, value: value(name), errors });
  const personFields = (slot: string): FieldView[] => [
    text(`${slot}-forenames`, 'First names'),
    text(`${slot}-surname`, 'Surname'),
    dateField({
      name: `${slot}-birthDate`,
      label: 'Born, as far as known',
      value: {
        day: value(`${slot}-birthDate-day`) ?? '',
        month: value(`${slot}-birthDate-month`) ?? '',
        year: value(`${slot}-birthDate-year`) ?? '',
      },
      errors,
    }),
    ...(slot.startsWith('adult') ? [text(`${slot}-relationship`, 'Who are they to the child?')] : []),
  ];
  return {
    concern: [
      textArea({
        name: 'narrative',
        label: "The concern, in the caller's own words",
        rows: 10,
        value: value('narrative'),
        errors,
      }),
      text('where', 'Where is the child now?', 'If known', 300),
      textArea({
        name: 'householdNote',
        label: 'Who else lives there?',
        rows: 2,
        value: value('householdNote'),
        errors,
      }),
    ],
    caller: [
      radios({ name: 'kind', label: 'Who is calling?', options: KINDS, value: value('kind'), errors }),
      text('caller-name', 'Their name', 'Leave empty if they do not want to say'),
      text('caller-telephone', 'Their telephone number', undefined, 30),
      text('caller-safeToRing', 'When and how is it safe to ring them?', undefined, 200),
      text('caller-knowsFamilyHow', 'How do they know the family?', undefined, 200),
    ],
    people: CALL_PEOPLE.map((slot) => ({ heading: HEADINGS[slot], fields: personFields(slot) })),
    urgency: [
      radios({
        name: 'urgent',
        label: 'How soon must somebody look?',
        options: [
          { value: 'yes', text: 'Urgent: a child may come to harm if nobody looks today' },
          { value: 'no', text: 'Not urgent: next working day' },
        ],
        value: value('urgent'),
        errors,
      }),
      textField({
        name: 'minutesAgo',
        label: 'How many minutes ago did the call come in?',
        hint: 'Leave empty for now. The clocks start there.',
        classes: 'govuk-input--width-4',
        inputmode: 'numeric',
        maxlength: 4,
        value: value('minutesAgo'),
        errors,
      }),
    ],
    action: `/intake/call/${draftId}`,
  };
}
