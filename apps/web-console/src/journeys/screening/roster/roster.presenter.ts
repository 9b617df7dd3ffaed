import type { Roster, RosterPerson } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { dateField, radios, select, textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { nameAndAge } from '../../../presenters/name-and-age';
import { ageOf } from '../../enquiry/shared/person-words';
import { RELATIONS, SIDES, YES_NO_NOT_KNOWN } from '../../make-a-contact/draft/code-lists';
import { EVERY_PLACE, placeWords, protectedPlacesField } from '../../make-a-contact/draft/protected-places';
import { peoplePath, rosterPath } from '../screening-paths';
import { ADDED_SLOTS } from './roster.form';

interface FieldGroup {
  readonly heading: string;
  readonly fields: readonly FieldView[];
}

/** "Who else lives there? Who says so?" */
export interface RosterFormView {
  readonly expectedVersion: number;
  readonly people: readonly FieldGroup[];
  readonly others: readonly FieldView[];
  readonly added: readonly FieldGroup[];
  readonly action: string;
  readonly back: string;
}

export interface RosterFormGiven {
  readonly reference: string;
  readonly roster: Roster;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

const WHO_ELSE = [
  { value: 'nobody_else', text: 'Nobody else' },
  { value: 'added', text: 'Others: added below' },
  { value: 'not_known', text: 'Not known' },
];

const KINDS = [
  { value: 'child', text: 'Child' },
  { value: 'unborn', text: 'Unborn baby' },
  { value: 'adult', text: 'Adult' },
];

/** Of somebody added, whose kind is chosen beside it. */
const PARTS_TO_ADD = [{ value: 'concern', text: 'A child whom the worry is about' }, ...RELATIONS.adult];

function personFields(person: RosterPerson, { posted, errors }: RosterFormGiven): FieldView[] {
  const { mentionId, kind } = person;
  const value = (name: string, kept: string | undefined): string | undefined => posted?.text(name) ?? kept;
  const lives = radios({
    name: `lives-${mentionId}`,
    label: kind === 'unborn' ? 'Will the baby live there?' : 'Do they live there?',
    options: YES_NO_NOT_KNOWN,
    value: value(`lives-${mentionId}`, person.livesInHousehold),
    inline: true,
    errors,
  });
  const part = select({
    name: `relation-${mentionId}`,
    label: 'What part do they play?',
    options: RELATIONS[kind],
    value: value(`relation-${mentionId}`, person.relation),
    errors,
  });
  const side = select({
    name: `side-${mentionId}`,
    label: 'Are they linked to whoever may have caused the harm?',
    hint: 'Until somebody says, the rules take them for linked where harm by somebody is alleged',
    options: SIDES,
    value: value(`side-${mentionId}`, person.side),
    errors,
  });
  const secret = secretFields(person, posted);
  if (kind !== 'adult') return [lives, part, ...(kind === 'child' ? [side] : []), ...secret];
  return [
    lives,
    part,
    radios({
      name: `pr-${mentionId}`,
      label: 'Do they have parental responsibility?',
      options: YES_NO_NOT_KNOWN,
      value: value(`pr-${mentionId}`, person.parentalResponsibility),
      inline: true,
      errors,
    }),
    textField({
      name: `how-${mentionId}`,
      label: 'How is that known?',
      hint: 'For example: birth certificate seen, court order, mother says so',
      maxlength: 200,
      value: value(`how-${mentionId}`, person.parentalResponsibilityKnownHow),
      errors,
    }),
    side,
    ...secret,
  ];
}

/** It only adds: what is marked already is said, and cleared elsewhere. */
function secretFields({ mentionId, protectedPlaces = [] }: RosterPerson, posted: Posted | undefined): FieldView[] {
  const places = EVERY_PLACE.filter((place) => !protectedPlaces.includes(place));
  if (places.length === 0) return [];
  const hint = protectedPlaces.length === 0 ? undefined : `Kept secret already: ${placeWords(protectedPlaces)}`;
  return [protectedPlacesField({ name: `protected-${mentionId}`, places, posted, ...(hint && { hint }) })];
}

function addedFields(slot: string, { posted, errors }: RosterFormGiven): FieldView[] {
  const value = (name: string): string => posted?.text(`${slot}-${name}`) ?? '';
  const text = (name: string, label: string, hint?: string): FieldView =>
    textField({ name: `${slot}-${name}`, label, hint, maxlength: 60, value: value(name), errors });
  return [
    radios({ name: `${slot}-kind`, label: 'Who is it?', options: KINDS, value: value('kind'), inline: true, errors }),
    text('forenames', 'First names', 'Leave empty if not known'),
    text('surname', 'Surname', 'Leave empty if not known'),
    dateField({
      name: `${slot}-birthDate`,
      label: 'Born, as far as known',
      value: { day: value('birthDate-day'), month: value('birthDate-month'), year: value('birthDate-year') },
      errors,
    }),
    text('relationship', 'Who are they to the child?', 'For example: brother, half-sister, grandmother'),
    select({
      name: `${slot}-relation`,
      label: 'What part do they play?',
      hint: 'If you choose nothing: a child is one whom the worry is about, and an adult lives there',
      options: PARTS_TO_ADD,
      value: value('relation'),
      errors,
    }),
    protectedPlacesField({ name: `${slot}-protected`, posted }),
  ];
}

export function rosterFormView(given: RosterFormGiven): RosterFormView {
  const { reference, roster, posted, errors, now } = given;
  return {
    expectedVersion: roster.version,
    people: roster.people.map((person) => ({
      heading: nameAndAge(person.displayName, ageOf(person, now)),
      fields: personFields(person, given),
    })),
    others: [
      radios({
        name: 'whoElse',
        label: 'Who else lives there?',
        hint: 'Ask about brothers and sisters, half and step, and babies on the way',
        options: WHO_ELSE,
        value: posted?.text('whoElse'),
        errors,
      }),
      textField({
        name: 'whoSaysSo',
        label: 'Who says so?',
        hint: 'For example: the school, from its records; the mother, by telephone',
        maxlength: 200,
        value: posted?.text('whoSaysSo'),
        errors,
      }),
      select({
        name: 'referrerSide',
        label: 'Is whoever referred or called linked to whoever may have caused the harm?',
        hint: 'A professional can be, too: it decides what they may be told. Leave it if you do not know',
        options: SIDES,
        value: posted?.text('referrerSide') ?? roster.referrerSide,
        errors,
      }),
    ],
    added: ADDED_SLOTS.map((slot, index) => ({
      heading: `Somebody left out, ${index + 1}`,
      fields: addedFields(slot, given),
    })),
    action: rosterPath(reference),
    back: peoplePath(reference),
  };
}
