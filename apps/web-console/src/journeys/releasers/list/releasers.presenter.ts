import { londonDate } from '@mash/clocks';
import type { Appointment, Releasers, ReleaserDesk, ReleaserSeat } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import type { Naming } from '../../../presenters/naming';
import { DESK_WORDS, SEAT_WORDS } from '../../../presenters/releaser-words';

export interface ReleaserRow {
  readonly desk: string;
  readonly seat: string;
  readonly who: string;
  readonly spell: string;
  readonly endHref: string | undefined;
}

export interface AgencyDesks {
  readonly agency: string;
  readonly warnings: readonly string[];
  readonly rows: readonly ReleaserRow[];
  readonly nameHref: string | undefined;
}

/** "Who answers for whom, and who is missing?" The unsafe first. */
export interface ReleasersView {
  readonly heading: string;
  readonly agencies: readonly AgencyDesks[];
}

const DESKS = Object.keys(DESK_WORDS) as ReleaserDesk[];
const SEATS = Object.keys(SEAT_WORDS) as ReleaserSeat[];
const order = ({ desk, seat }: Appointment): number => DESKS.indexOf(desk) * 10 + SEATS.indexOf(seat);

function spellOf({ startsAt, endsAt }: Appointment, now: Date): string {
  const from = new Date(startsAt) > now ? `from ${londonDate(new Date(startsAt))}` : '';
  const until = endsAt === undefined ? '' : `until ${londonDate(new Date(endsAt))}`;
  return [from, until].filter((words) => words !== '').join(', ') || 'now';
}

const isOver = ({ endsAt }: Appointment, now: Date): boolean => endsAt !== undefined && new Date(endsAt) <= now;

/** Whose account it is, where that is not who was named. */
function whoWords({ name, accountId, telephone }: Appointment, heard: Naming | undefined): string {
  const signsIn = accountId === undefined ? undefined : heard?.(accountId);
  const account = signsIn === undefined || signsIn.startsWith(name) ? '' : ` (signs in as ${signsIn})`;
  return `${name}${account}${telephone === undefined ? '' : `, ${telephone}`}`;
}

/** A seat whose account nobody has: its questions come to nobody, though the desk reads as held. */
const unheardOf = (own: readonly Appointment[], heard: Naming, now: Date): string[] =>
  own
    .filter((one) => !isOver(one, now) && one.accountId !== undefined && heard(one.accountId) === undefined)
    .map(
      ({ desk, name }) => `${DESK_WORDS[desk]}: nobody has signed in with the account of ${name} yet. Check the number`,
    );

const rowOf = (
  one: Appointment,
  { mayKeep, heard, now }: { mayKeep: boolean; heard: Naming | undefined; now: Date },
): ReleaserRow => ({
  desk: DESK_WORDS[one.desk],
  seat: SEAT_WORDS[one.seat],
  who: whoWords(one, heard),
  spell: spellOf(one, now),
  endHref: mayKeep && !isOver(one, now) ? `/releasers/end/${one.appointmentId}` : undefined,
});

/**
 * @param its.desks at which the reader names and ends people, in the agencies that they keep
 * @param its.heard who has signed in with which account; undefined where the reader may not know, or nobody can tell
 */
export function releasersView(
  { appointments, warnings, mayKeep }: Releasers,
  { desks, heard, now }: { desks: readonly ReleaserDesk[]; heard: Naming | undefined; now: Date },
): ReleasersView {
  const agencyIds = [...new Set([...warnings, ...appointments].map(({ agencyId }) => agencyId).concat(mayKeep))];
  const agencies = agencyIds.map((agencyId) => {
    const keeps = mayKeep.includes(agencyId);
    const own = appointments.filter((one) => one.agencyId === agencyId);
    return {
      agency: agencyWords(agencyId),
      warnings: [
        ...warnings
          .filter((one) => one.agencyId === agencyId)
          .map(({ desk, sentence }) => `${DESK_WORDS[desk]}: ${sentence}`),
        ...(heard === undefined ? [] : unheardOf(own, heard, now)),
      ],
      rows: [...own]
        .sort((a, b) => order(a) - order(b))
        .map((one) => rowOf(one, { mayKeep: keeps && desks.includes(one.desk), heard, now })),
      nameHref: keeps ? `/releasers/name/${agencyId}` : undefined,
    };
  });
  const unsafe = agencies.filter((one) => one.warnings.length > 0).length;
  return {
    heading:
      unsafe === 0
        ? 'Somebody answers at every desk'
        : `Who answers is unsafe at ${unsafe} ${unsafe === 1 ? 'agency' : 'agencies'}`,
    agencies: agencies.sort((a, b) => b.warnings.length - a.warnings.length || a.agency.localeCompare(b.agency)),
  };
}
