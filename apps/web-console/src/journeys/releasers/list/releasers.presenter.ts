import { londonDate } from '@mash/clocks';
import type { Appointment, Releasers, ReleaserDesk, ReleaserSeat } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
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

const rowOf = (one: Appointment, mayKeep: boolean, now: Date): ReleaserRow => ({
  desk: DESK_WORDS[one.desk],
  seat: SEAT_WORDS[one.seat],
  who: one.telephone === undefined ? one.name : `${one.name}, ${one.telephone}`,
  spell: spellOf(one, now),
  endHref: mayKeep && one.endsAt === undefined ? `/releasers/end/${one.appointmentId}` : undefined,
});

/** @param desks at which the reader names and ends people, in the agencies that they keep */
export function releasersView(
  { appointments, warnings, mayKeep }: Releasers,
  desks: readonly ReleaserDesk[],
  now: Date,
): ReleasersView {
  const agencyIds = [...new Set([...warnings, ...appointments].map(({ agencyId }) => agencyId).concat(mayKeep))];
  const agencies = agencyIds.map((agencyId) => {
    const keeps = mayKeep.includes(agencyId);
    return {
      agency: agencyWords(agencyId),
      warnings: warnings
        .filter((one) => one.agencyId === agencyId)
        .map(({ desk, sentence }) => `${DESK_WORDS[desk]}: ${sentence}`),
      rows: appointments
        .filter((one) => one.agencyId === agencyId)
        .sort((a, b) => order(a) - order(b))
        .map((one) => rowOf(one, keeps && desks.includes(one.desk), now)),
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
