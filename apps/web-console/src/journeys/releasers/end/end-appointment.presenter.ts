import type { Appointment } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { dateField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { SEAT_WORDS } from '../../../presenters/releaser-words';

export interface EndAppointmentView {
  readonly heading: string;
  readonly seat: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
}

export const endAppointmentView = (
  { appointmentId, name, seat, agencyId }: Appointment,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): EndAppointmentView => ({
  heading: `When does ${name} stop answering?`,
  seat: `${agencyWords(agencyId)}. ${SEAT_WORDS[seat]}.`,
  action: `/releasers/end/${appointmentId}`,
  fields: [
    dateField({
      name: 'until',
      label: 'Last day',
      hint: 'They answer until midnight of that day',
      value: {
        day: posted?.text('until-day') ?? '',
        month: posted?.text('until-month') ?? '',
        year: posted?.text('until-year') ?? '',
      },
      errors,
    }),
  ],
});
