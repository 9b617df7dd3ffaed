import { endOfIsoDay } from '@mash/clocks';
import { ReleaserSeat, type Appoint, type ReleaserDesk } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { accountErrors, readAccount } from '../../../forms/read-account';
import { readDate } from '../../../forms/read-date';

/** Whom to name for what. A duty team is rung and needs no account; everybody else answers on screen and needs one. */
export function readAppointment(
  posted: Posted,
  its: { agencyId: string; appointmentId: string },
  desks: readonly ReleaserDesk[],
): { appoint?: Appoint; errors: FieldError[] } {
  const desk = posted.choice('desk', desks);
  const seat = posted.choice('seat', ReleaserSeat.options);
  const name = posted.optional('name');
  const [accountId, telephone] = [readAccount(posted, 'account'), posted.optional('telephone')];
  const until = readDate(posted, 'until');
  const isRung = seat === 'duty' && telephone !== undefined;
  const errors: FieldError[] = [
    ...(desk === undefined ? [{ field: 'desk', text: 'Choose which questions they answer' }] : []),
    ...(seat === undefined ? [{ field: 'seat', text: 'Choose when a question comes to them' }] : []),
    ...(name === undefined ? [{ field: 'name', text: 'Enter the name, as colleagues know it' }] : []),
    ...(accountId === undefined && !isRung
      ? [
          {
            field: 'account',
            text: 'Enter the account number; only an out-of-hours team can do with a telephone number',
          },
        ]
      : []),
    ...(accountId === undefined ? [] : accountErrors('account', accountId)),
    ...(until.errors ?? []),
  ];
  if (desk === undefined || seat === undefined || name === undefined || errors.length > 0) return { errors };
  const appoint: Appoint = {
    ...its,
    ...{ desk, seat, name },
    ...(accountId !== undefined && { accountId }),
    ...(telephone !== undefined && { telephone }),
    ...(until.date !== undefined && { endsAt: endOfIsoDay(until.date).toISOString() }),
  };
  return { appoint, errors };
}
