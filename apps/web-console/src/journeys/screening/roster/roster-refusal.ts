import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { FieldError } from '../../../forms/field-error';
import type { RosterReading } from './roster.form';

const ADDED_FIELDS = ['forenames', 'surname', 'birthDate', 'expectedDate', 'relationship', 'kind'] as const;

/** Where the field of an added person stands in the form. */
const fieldsOfSlots = (slots: RosterReading['slots']): Record<string, string> =>
  Object.fromEntries(
    slots.flatMap((slot, index) =>
      ADDED_FIELDS.map((field) => [
        `added.${index}.${field}`,
        field === 'birthDate' || field === 'expectedDate' ? `${slot}-birthDate-day` : `${slot}-${field}`,
      ]),
    ),
  );

/** The people index's refusal of a roster, as errors of the form; undefined where it is none of the form's business. */
export function rosterRefusal(error: unknown, slots: RosterReading['slots']): FieldError[] | undefined {
  if (error instanceof ServiceProblem && error.code === 'INTAKE.ROSTER_CHANGED')
    return [
      { field: 'whoElse', text: 'Somebody changed the roster while you wrote. It is shown anew; yours is below.' },
    ];
  return fieldErrorsOf(error, {
    ...fieldsOfSlots(slots),
    people: 'whoElse',
    whoElse: 'whoElse',
    whoSaysSo: 'whoSaysSo',
    'INTAKE.ROSTER_INCOMPLETE': 'whoElse',
  });
}
