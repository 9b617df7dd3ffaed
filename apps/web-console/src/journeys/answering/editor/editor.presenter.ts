import { CATEGORIES, type Category } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import {
  checkboxes,
  radios,
  select,
  textArea,
  textField,
  tickBox,
  type FieldView,
  type Option,
} from '../../../forms/field-view';
import { Posted } from '../../../forms/posted';
import type { EditorFields } from './fields-of-item';
import * as choice from './item-choices';

export interface EditorGiven {
  readonly fields: EditorFields;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly categories: readonly Category[];
  readonly grades: boolean;
  /** Those of the hub for whom alone an item may be. */
  readonly nameable: readonly Option[];
  readonly errors: readonly FieldError[];
}

/** The one item editor: what every item needs, and below it, folded, what few do. */
export interface EditorView {
  readonly heading: string;
  readonly itemId: string;
  readonly main: readonly FieldView[];
  readonly folded: readonly {
    readonly summary: string;
    readonly open: boolean;
    readonly fields: readonly FieldView[];
  }[];
  readonly addText: string;
}

export function editorView(given: EditorGiven): EditorView {
  const { fields, errors } = given;
  const kept = new Posted(fields);
  const itemId = kept.text('item-id');
  const hasError = (...names: string[]): boolean => errors.some(({ field }) => names.includes(field));
  return {
    heading: itemId === '' ? 'Add an item' : 'Change the item',
    itemId,
    addText: itemId === '' ? 'Add this item' : 'Save this item',
    main: mainFields(given, kept),
    folded: [
      {
        summary: 'Condition for handling code C',
        open: kept.text('item-handling') === 'C' || hasError(...CONDITION_FIELDS),
        fields: conditionFields(given, kept),
      },
      {
        summary: 'Flags and sanitised wording',
        open: kept.choices('item-flags', choice.FLAGS).length > 0 || hasError('item-flags', 'item-sanitised'),
        fields: flagFields(kept, errors),
      },
      {
        summary: 'Confidence, age of the information, sign of harm',
        open: RARE_TICKS.some((name) => kept.ticked(name)),
        fields: rareFields(kept),
      },
    ],
  };
}

function mainFields({ people, categories, grades, errors }: EditorGiven, kept: Posted): FieldView[] {
  const whom = people.map(({ personId, name }) => ({ value: personId, text: name }));
  const offered = categories.map((value) => ({ value, text: CATEGORIES[value].label }));
  const text = kept.text('item-text');
  return [
    ...(people.length > 1
      ? [select({ name: 'item-person', label: 'About', options: whom, value: kept.text('item-person'), errors })]
      : []),
    select({ name: 'item-category', label: 'Category', options: offered, value: kept.text('item-category'), errors }),
    textField({
      name: 'item-when',
      label: 'When',
      hint: '3/11, 3/11/24, t for today, or "winter 2024"',
      value: kept.text('item-when'),
      classes: 'govuk-input--width-20',
      maxlength: 80,
      errors,
    }),
    radios({
      name: 'item-kind',
      label: 'Fact or opinion',
      options: choice.KIND_OPTIONS,
      value: kept.text('item-kind'),
      inline: true,
      errors,
    }),
    textArea({ name: 'item-text', label: 'What is known', value: text, rows: 5, maxlength: 8000, errors }),
    textField({
      name: 'item-source',
      label: 'Source',
      hint: 'The system or the role that it is from',
      value: kept.text('item-source'),
      maxlength: 200,
      errors,
    }),
    select({
      name: 'item-handling',
      label: 'Handling',
      options: choice.HANDLING_OPTIONS,
      value: kept.text('item-handling'),
      errors,
    }),
    select({
      name: 'item-bar',
      label: 'Does a law limit who may know it?',
      options: choice.BAR_OPTIONS,
      value: kept.text('item-bar'),
      errors,
    }),
    ...thirdFields(kept, errors),
    ...(grades ? gradeFields(kept, errors) : []),
  ];
}

const thirdFields = (kept: Posted, errors: readonly FieldError[]): FieldView[] => [
  radios({
    name: 'item-thirds',
    label: 'Does it name or tell of anybody else?',
    options: choice.THIRD_OPTIONS,
    value: kept.text('item-thirds'),
    errors,
  }),
  textArea({
    name: 'item-third-words',
    label: 'Those words, copied exactly',
    hint: 'One passage to a line. They are blacked out for whoever may not read them. Leave empty if nobody else is in it',
    rows: 2,
    value: kept.text('item-third-words'),
    errors,
  }),
  tickBox({
    name: 'item-redaction',
    label: 'Without those words it makes no sense',
    ticked: kept.ticked('item-redaction'),
    errors,
  }),
];

const gradeFields = (kept: Posted, errors: readonly FieldError[]): FieldView[] => [
  select({
    name: 'item-grade-source',
    label: 'Grade of the source (3x5x2)',
    options: choice.GRADE_SOURCE_OPTIONS,
    value: kept.text('item-grade-source'),
    errors,
  }),
  select({
    name: 'item-grade-assessment',
    label: 'Grade of the information (3x5x2)',
    options: choice.GRADE_ASSESSMENT_OPTIONS,
    value: kept.text('item-grade-assessment'),
    errors,
  }),
];

const CONDITION_FIELDS = ['item-condition', 'item-roles', 'item-named', 'item-until'];

const conditionFields = ({ fields, nameable, errors }: EditorGiven, kept: Posted): FieldView[] => [
  select({
    name: 'item-condition',
    label: 'Condition',
    options: choice.CONDITION_OPTIONS,
    value: kept.text('item-condition'),
    errors,
  }),
  checkboxes({
    name: 'item-roles',
    label: 'Roles that may see it',
    options: choice.CONDITION_ROLE_OPTIONS,
    values: kept.choices('item-roles', choice.CONDITION_ROLES),
    columns: true,
    errors,
  }),
  namedField([fields['item-named'] ?? []].flat(), nameable, errors),
  textField({
    name: 'item-until',
    label: 'Until',
    value: kept.text('item-until'),
    classes: 'govuk-input--width-10',
    maxlength: 20,
    errors,
  }),
];

/** Whom an item was for stays ticked, also where nobody can tell the name any more. */
function namedField(named: readonly string[], nameable: readonly Option[], errors: readonly FieldError[]): FieldView {
  const known = new Set(nameable.map(({ value }) => value));
  const before = named.filter((value) => !known.has(value));
  const hint =
    'Those who have signed in there. Nobody else reads it unless you let them, save where a child is protected at once';
  return checkboxes({
    name: 'item-named',
    label: 'People of the hub who may see it',
    hint: nameable.length === 0 ? choice.NOBODY_NEW_NAMEABLE : hint,
    options: [...nameable, ...before.map((value) => ({ value, text: 'Somebody whom you ticked before' }))],
    values: named,
    columns: true,
    errors,
  });
}

const flagFields = (kept: Posted, errors: readonly FieldError[]): FieldView[] => [
  checkboxes({
    name: 'item-flags',
    label: 'Flags',
    options: choice.FLAG_OPTIONS,
    values: kept.choices('item-flags', choice.FLAGS),
    columns: true,
    errors,
  }),
  textArea({
    name: 'item-sanitised',
    label: 'Sanitised wording',
    hint: 'Wording from which the source cannot be told. It is shown in place of the text',
    rows: 3,
    value: kept.text('item-sanitised'),
    maxlength: 8000,
    errors,
  }),
];

const RARE_TICKS = ['item-old', 'item-under13', 'item-confidence'] as const;

const rareFields = (kept: Posted): FieldView[] => [
  tickBox({
    name: 'item-confidence',
    label: 'Told to us in confidence (what is about health always is)',
    ticked: kept.ticked('item-confidence'),
  }),
  tickBox({ name: 'item-old', label: 'Old or spent: it may no longer matter', ticked: kept.ticked('item-old') }),
  tickBox({
    name: 'item-under13',
    label: 'A sign of sexual activity of a child under 13',
    ticked: kept.ticked('item-under13'),
  }),
];
