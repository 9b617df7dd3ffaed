import { endOfIsoDay } from '@mash/clocks';
import { ReleaserSeat, type Appoint, type ReleaserDesk } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';

const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whom to name for what. A duty team is rung and needs no account; everybody else answers on screen and needs one. */
export function readAppointment(
  posted: Posted,
  its: { agencyId: string; appointmentId: string },
  desks: readonly ReleaserDesk[],
): { appoint?: Appoint; errors: FieldError[] } {
  const desk = posted.choice('desk', desks);
  const seat = posted.choice('seat', ReleaserSeat.options);
  const name = posted.optional('name');
  // Tokens have it in small letters: in others it would be nobody's.
  const [accountId, telephone] = [posted.optional('account')?.toLowerCase(), posted.optional('telephone')];
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
    ...(accountId !== undefined && !ACCOUNT.test(accountId)
      ? [{ field: 'account', text: 'Enter the account number as the sign-in service shows it, 36 characters' }]
      : []),
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
