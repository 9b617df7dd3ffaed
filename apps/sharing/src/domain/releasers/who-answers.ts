import { AGENCY_DESKS, type ReleaserDesk, type ReleaserSeat } from '@mash/contracts';
import type { ReviewLevel } from '../review-level';
import { isCurrent, type Appointment } from './appointment';

export interface Asked {
  readonly desk: ReleaserDesk;
  /** The agency whose desk it is; null for a desk of the partnership. */
  readonly agencyId: string | null;
  readonly level: ReviewLevel;
  /** Whether the hub is open: while it is shut the duty route is asked too. */
  readonly isOpen: boolean;
  readonly now: Date;
}

export interface WhoAnswers {
  /** Accounts that may answer at this level. */
  readonly accountIds: readonly string[];
  /** Nobody is named at this desk: all liaison staff of the agency (of the hub: its managers; of governance: its officers) answer; for the adoption agency nobody does. */
  readonly isEverybody: boolean;
  /** Who sits at the desk, by seat: named to whoever sees that it waits. */
  readonly seated: readonly { readonly seat: ReleaserSeat; readonly name: string }[];
  /** Whom to ring while the hub is shut. */
  readonly dutyRoutes: readonly { readonly name: string; readonly telephone: string }[];
}

/** In the order of climbing: who has been asked stays asked. */
const CLIMB: readonly ReleaserSeat[] = ['releaser', 'deputy', 'senior'];
const RUNG: Readonly<Record<ReviewLevel, number>> = { releaser: 0, deputy: 1, senior: 2, hub_and_ig: 2 };
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function atDesk(appointments: readonly Appointment[], { desk, agencyId, now }: Asked): Appointment[] {
  return appointments.filter(
    (one) => one.desk === desk && isCurrent(one, now) && (!AGENCY_DESKS.includes(desk) || one.agencyId === agencyId),
  );
}

/**
 * Everybody at the desk who may answer. The safeguarding lead's deputy and senior are the holder's where that desk names none of its own: a
 * lead on leave leaves nobody locked out.
 */
function peopleAt(appointments: readonly Appointment[], asked: Asked): Appointment[] {
  const own = atDesk(appointments, asked);
  if (asked.desk !== 'safeguarding') return own;
  const ofHolder = atDesk(appointments, { ...asked, desk: 'holder' });
  const has = (seat: ReleaserSeat) => own.some((one) => one.seat === seat);
  return [...own, ...ofHolder.filter(({ seat }) => seat !== 'releaser' && !has(seat))];
}

/**
 * Who may answer a REVIEW now (rule book section 2, point 7). An empty seat is passed over: where no releaser is named the deputy answers from the
 * start. At double the hub manager and information governance see it beside the named senior; they answer nothing in the holder's name.
 */
export function whoAnswers(appointments: readonly Appointment[], asked: Asked): WhoAnswers {
  const people = peopleAt(appointments, asked);
  const onDuty = people.filter(({ seat }) => seat === 'duty');
  const dutyRoutes = onDuty.flatMap(({ name, telephone }) => (telephone === null ? [] : [{ name, telephone }]));
  const atTheDesk = CLIMB.flatMap((seat) => people.filter((one) => one.seat === seat && one.accountId !== null));
  const named = atTheDesk.map(({ seat, name }) => ({ seat, name }));
  const accountsIn = (seats: readonly ReleaserSeat[]) =>
    people.flatMap(({ seat, accountId }) => (accountId !== null && seats.includes(seat) ? [accountId] : []));
  const fromHere = CLIMB.map((_seat, rung) => accountsIn(CLIMB.slice(0, rung + 1))).slice(RUNG[asked.level]);
  const seated = fromHere.find((accounts) => accounts.length > 0);
  if (seated === undefined) return { accountIds: [], isEverybody: true, seated: [], dutyRoutes };
  return {
    accountIds: unique([...seated, ...(asked.isOpen ? [] : accountsIn(['duty']))]),
    isEverybody: false,
    seated: named,
    dutyRoutes,
  };
}
