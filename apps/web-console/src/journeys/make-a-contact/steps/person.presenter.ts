import type { ProtectedPlace } from '@mash/contracts';
import {
  checkboxes,
  dateField,
  radios,
  select,
  textArea,
  textField,
  tickBox,
  type FieldView,
} from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { DISABILITIES, ETHNICITIES, RELATIONS, SEXES, YES_NO_NOT_KNOWN } from '../draft/code-lists';
import type { DraftPerson } from '../draft/contact-draft';
import { EVERY_PLACE, placesOf, protectedPlacesField, secretPlaces } from '../draft/protected-places';
import type { FieldError } from '../../../forms/field-error';
import { shown, shownAll, type StepView } from './contact-step';

interface Given {
  readonly person: DraftPerson;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
}

const HEADINGS = {
  child: 'Tell us about the child',
  unborn: 'Tell us about the unborn baby',
  adult: 'Tell us about the adult',
} as const;

/** One child, unborn baby or adult. Every field takes "Not known": typed, chosen, or once for all that is left empty. */
export function personView(given: Given): StepView {
  const { kind } = given.person;
  const fields =
    kind === 'unborn'
      ? unbornFields(given)
      : [...nameFields(given), ...(kind === 'child' ? childFields(given) : adultFields(given))];
  const rest = tickBox({
    name: 'restNotKnown',
    label: 'I do not know the rest: what I left empty on this page is not known to me',
    ticked: given.posted?.ticked('restNotKnown') ?? false,
  });
  return {
    heading: HEADINGS[kind],
    intro: ['You can type "not known" anywhere, or tick the box at the end for everything you leave empty.'],
    fields: [...fields, rest],
  };
}

/** What a text field shows; one that was said not to be known says so again. */
function text(
  { person, posted, errors }: Given,
  name: keyof DraftPerson,
  label: string,
  more: { hint?: string; width?: number; maxlength?: number } = {},
): FieldView {
  const kept = person[name];
  const said = person.notKnown.includes(name) ? 'not known' : undefined;
  const value = shown(posted, name, typeof kept === 'string' ? kept : said);
  const { hint, width, maxlength = 120 } = more;
  return textField({
    name,
    label,
    hint,
    value,
    errors,
    maxlength,
    ...(width !== undefined && { classes: `govuk-input--width-${width}` }),
  });
}

const chosen = ({ person, posted }: Given, name: 'sex' | 'ethnicity' | 'interpreter'): string | undefined =>
  shown(posted, name, person[name] ?? (person.notKnown.includes(name) ? 'not_known' : undefined));

function nameFields(given: Given): FieldView[] {
  const { person, posted, errors } = given;
  const part = (key: 'day' | 'month' | 'year'): string =>
    posted?.text(`birthDate-${key}`) ?? person.birthDate?.[key]?.toString() ?? '';
  const about = posted?.ticked('birthDate-about') ?? person.birthDate?.approximate ?? false;
  return [
    text(given, 'forenames', 'First names', { maxlength: 100 }),
    text(given, 'surname', 'Surname', { maxlength: 100 }),
    text(given, 'aliases', 'Other names they use', { hint: 'Leave empty if none' }),
    dateField({
      name: 'birthDate',
      label: 'Date of birth',
      hint: 'As far as you know it: the year alone is fine',
      value: { day: part('day'), month: part('month'), year: part('year') },
      errors,
    }),
    tickBox({ name: 'birthDate-about', label: 'This date is a guess', ticked: about }),
  ];
}

function sharedFields(given: Given): FieldView[] {
  const { person, posted, errors } = given;
  return [
    text(given, 'language', 'Language they speak', { width: 20, maxlength: 60 }),
    radios({
      name: 'interpreter',
      label: 'Is an interpreter needed?',
      options: YES_NO_NOT_KNOWN,
      value: chosen(given, 'interpreter'),
      inline: true,
      errors,
    }),
    textArea({
      name: 'address',
      label: 'Where they live',
      rows: 3,
      maxlength: 300,
      value: shown(
        posted,
        'address',
        person.address?.lines ?? (person.notKnown.includes('address') ? 'not known' : undefined),
      ),
      errors,
    }),
    textField({
      name: 'postcode',
      label: 'Postcode',
      classes: 'govuk-input--width-10',
      maxlength: 10,
      value: shown(posted, 'postcode', person.address?.postcode),
      errors,
    }),
  ];
}

const secretField = ({ person, posted }: Given, places: readonly ProtectedPlace[]): FieldView =>
  protectedPlacesField({
    ...{ name: 'protectedPlaces', places, posted: undefined },
    kept: posted === undefined ? placesOf(person) : secretPlaces(posted),
  });

function childFields(given: Given): FieldView[] {
  const { person, posted, errors } = given;
  const disabilities = DISABILITIES.map(({ value }) => value);
  const kept = person.disability ?? (person.notKnown.includes('disability') ? ['not_known'] : []);
  return [
    partField(given),
    radios({ name: 'sex', label: 'Sex', options: SEXES, value: chosen(given, 'sex'), inline: true, errors }),
    select({ name: 'ethnicity', label: 'Ethnicity', options: ETHNICITIES, value: chosen(given, 'ethnicity'), errors }),
    checkboxes({
      name: 'disability',
      label: 'Disability',
      columns: true,
      options: DISABILITIES,
      values: shownAll(posted, 'disability', disabilities, kept),
      errors,
    }),
    ...sharedFields(given),
    text(given, 'school', 'School, nursery or college'),
    text(given, 'gp', 'GP'),
    secretField(given, EVERY_PLACE),
    text(given, 'nhsNumber', 'NHS number', { hint: 'Leave empty if you do not have it', width: 20, maxlength: 14 }),
    text(given, 'upn', 'Unique pupil number', { hint: 'Leave empty if you do not have it', width: 20, maxlength: 13 }),
  ];
}

const partField = ({ person, posted, errors }: Given): FieldView =>
  radios({
    name: 'relation',
    label: 'What part do they play?',
    options: RELATIONS[person.kind],
    value: shown(posted, 'relation', person.relation),
    errors,
  });

function adultFields(given: Given): FieldView[] {
  return [
    text(given, 'relationship', 'Who are they to the child?', {
      hint: 'For example: mother, step-father, grandmother',
      maxlength: 60,
    }),
    partField(given),
    ...sharedFields(given),
    secretField(given, ['address']),
    text(given, 'telephone', 'Telephone', { hint: 'Leave empty if you do not have it', width: 20, maxlength: 30 }),
  ];
}

function unbornFields(given: Given): FieldView[] {
  const { person, posted, errors } = given;
  const [year, month, day] = (person.expectedDate ?? '').split('-');
  const part = (key: 'day' | 'month' | 'year', kept: string | undefined): string =>
    posted?.text(`expectedDate-${key}`) ?? kept ?? '';
  const value = { day: part('day', day), month: part('month', month), year: part('year', year) };
  return [
    dateField({ name: 'expectedDate', label: 'When is the baby expected?', value, errors }),
    text(given, 'surname', 'Surname the baby will have', { hint: 'Leave empty if you do not know', maxlength: 100 }),
    text(given, 'gp', 'GP or midwife', { hint: 'Leave empty if you do not know' }),
    secretField(given, ['surgery']),
  ];
}
