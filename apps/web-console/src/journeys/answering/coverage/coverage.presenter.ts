import type { FieldError } from '../../../forms/field-error';
import { checkboxes, radios, textArea, textField, type FieldView } from '../../../forms/field-view';
import type { DraftCoverage } from '../draft/answer-draft';
import { IDENTIFIER_OPTIONS, STATE_OPTIONS } from './coverage-choices';

/** The fields that say what was searched for one person. */
export function coverageFields(
  typed: DraftCoverage,
  personId: string,
  errors: readonly FieldError[],
  isFirst: boolean,
): FieldView[] {
  const named = (name: string): string => `${name}-${personId}`;
  return [
    radios({
      name: named('state'),
      label: 'What your search came to',
      options: STATE_OPTIONS,
      value: typed.state,
      errors,
    }),
    textArea({
      name: named('systems'),
      label: 'Systems you searched',
      ...(isFirst && { hint: 'One to a line, as you call them' }),
      rows: 2,
      value: typed.systems,
      maxlength: 2400,
      errors,
    }),
    checkboxes({
      name: named('ids'),
      label: 'You searched by',
      options: IDENTIFIER_OPTIONS,
      values: typed.identifiersUsed,
      columns: true,
      errors,
    }),
    day(
      named('from'),
      'Records looked at from',
      typed.from,
      errors,
      isFirst ? 'A year, a day, or empty for all' : undefined,
    ),
    day(named('to'), 'To', typed.to, errors, isFirst ? 't for today' : undefined),
    textArea({
      name: named('note'),
      label: 'What you could not search, or why you decline',
      rows: 2,
      value: typed.note,
      maxlength: 2000,
      errors,
    }),
    identityField(named('identity'), typed.identity, errors),
  ];
}

const day = (
  name: string,
  label: string,
  value: string,
  errors: readonly FieldError[],
  hint: string | undefined,
): FieldView => textField({ name, label, value, hint, errors, classes: 'govuk-input--width-10', maxlength: 20 });

const identityField = (name: string, value: DraftCoverage['identity'], errors: readonly FieldError[]): FieldView =>
  radios({
    name,
    label: 'Is your record of this person?',
    options: [
      { value: 'confirmed', text: 'Yes' },
      { value: 'possible', text: 'Perhaps: it may be somebody else' },
    ],
    value,
    inline: true,
    errors,
  });
