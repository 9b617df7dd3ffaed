import type { ReleaserDesk, ReleaserSeat, ReleaserWarning } from '@mash/contracts';
import { isCurrent, type Appointment } from './appointment';

/** A desk that somebody must sit at: the agency's, or one of the partnership's. */
export interface DeskToFill {
  readonly agencyId: string;
  readonly desk: ReleaserDesk;
  /** The hub's own body, for which the hub asks: its managers stand in at its desk. */
  readonly isOfHub?: boolean;
}

const SOON_MS = 14 * 86_400_000;

const SENTENCES: Readonly<Record<ReleaserWarning['code'], string>> = {
  nobody_named: 'Nobody is named: whoever is on the desk may answer, and nobody has to.',
  no_deputy: 'No deputy: half of the clock passes and nobody else is asked.',
  no_senior: 'No named senior: when the clock has run out nobody else is asked.',
  no_duty_route: 'No out-of-hours route: nobody is told at night.',
  leaver_soon: 'Somebody leaves within 14 days and nobody follows them.',
  one_person_twice: 'The same person is releaser and deputy.',
};

/** What it means at a desk that nobody is named at, where it is not the same as elsewhere. */
const NOBODY_AT: Readonly<Partial<Record<ReleaserDesk, string>>> = {
  legal: 'Nobody is named: a hub manager answers on legal advice, and records whose.',
  adoption:
    'Nobody is named: what only the adoption agency may open stays shut. Name who answers for it, and a number to ring.',
};

const NOBODY_OF_HUB =
  'Nobody is named: of what the hub itself asks (as evidence, or where an agreement denies it or was stopped) a hub manager answers who did not ask.';

/** Whoever sits at a desk of an agency speaks for it unasked, and nobody else: a lead who is named alone takes that from all others. */
const LEAD_ALONE =
  'Nobody is named, and a safeguarding lead is: whoever is on the desk may answer what is asked, and the lead alone may release, refuse, hold or correct anything unasked. Name who answers here too.';

function nobodyAt({ agencyId, desk, isOfHub }: DeskToFill, all: readonly Appointment[], now: Date): string {
  const isLead = (one: Appointment) =>
    one.desk === 'safeguarding' && one.agencyId === agencyId && one.accountId !== null && isCurrent(one, now);
  if (isOfHub) return NOBODY_OF_HUB;
  return desk === 'holder' && all.some(isLead) ? LEAD_ALONE : (NOBODY_AT[desk] ?? SENTENCES.nobody_named);
}

function warningsAt(desk: DeskToFill, all: readonly Appointment[], now: Date): ReleaserWarning['code'][] {
  const here = all.filter((one) => one.desk === desk.desk && one.agencyId === desk.agencyId);
  const current = here.filter((one) => isCurrent(one, now));
  const inSeat = (seat: ReleaserSeat) => current.filter((one) => one.seat === seat);
  if (!current.some(({ accountId, seat }) => accountId !== null && seat !== 'duty')) return ['nobody_named'];
  const deputies = inSeat('deputy').map(({ accountId }) => accountId);
  const soon = new Date(now.getTime() + SOON_MS);
  const seatsLeftEmpty = (['releaser', 'deputy', 'senior'] as const).filter(
    (seat) => inSeat(seat).length > 0 && !here.some((one) => one.seat === seat && isCurrent(one, soon)),
  );
  return [
    ...(deputies.length === 0 ? (['no_deputy'] as const) : []),
    ...(inSeat('releaser').some(({ accountId }) => deputies.includes(accountId))
      ? (['one_person_twice'] as const)
      : []),
    ...(inSeat('senior').length === 0 ? (['no_senior'] as const) : []),
    ...(inSeat('duty').length === 0 ? (['no_duty_route'] as const) : []),
    ...(seatsLeftEmpty.length > 0 ? (['leaver_soon'] as const) : []),
  ];
}

/** Which desk is unsafe today, and how. The safeguarding desk needs its lead only: deputy and senior are the holder's. */
export function releaserWarnings(
  desks: readonly DeskToFill[],
  appointments: readonly Appointment[],
  now: Date,
): ReleaserWarning[] {
  return desks.flatMap((desk) =>
    warningsAt(desk, appointments, now)
      .filter(
        (code) =>
          desk.desk === 'holder' || desk.desk === 'hub_manager' || code === 'nobody_named' || code === 'leaver_soon',
      )
      .map((code) => ({
        ...{ agencyId: desk.agencyId, desk: desk.desk, code },
        sentence: code === 'nobody_named' ? nobodyAt(desk, appointments, now) : SENTENCES[code],
      })),
  );
}
