import { minutesLeft } from '@mash/clocks';
import { ClockView, type Colour } from '@mash/contracts';
import { clockOfColour, loadPack, type Pack } from '@mash/threshold-packs';
import type { AskedRequestRecord } from '../persistence/asked-request.repository';
import type { EnquiryRecord } from '../persistence/enquiry.record';
import type { ClockChangeRecord, ClockRecord } from '../persistence/clock.repository';

const SHOWN: readonly string[] = ClockView.shape.code.options;

/** When somebody looks, the pack whose opening hours the clocks count, and how urgent it is. */
interface Reckoning {
  readonly pack: Pack;
  readonly colour: Colour | undefined;
  readonly now: Date;
}

export const reckoningOf = ({ pack, colour }: Pick<EnquiryRecord, 'pack' | 'colour'>, now: Date): Reckoning => ({
  pack: loadPack(pack.id, pack.version),
  colour,
  now,
});

function stateOf({ metAt, dueAt }: Pick<ClockRecord, 'metAt' | 'dueAt'>, now: Date): ClockView['state'] {
  if (metAt !== undefined) return 'met';
  return dueAt < now ? 'breached' : 'running';
}

function viewOf(clock: ClockRecord, { pack, now }: Reckoning, change: ClockChangeRecord | undefined): ClockView {
  const { code, startedAt, dueAt, basis, assumed, metAt } = clock;
  return {
    code: ClockView.shape.code.parse(code),
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    basis,
    state: stateOf(clock, now),
    leftMinutes: minutesLeft({ basis, hours: pack.opening.hours }, dueAt, now),
    ...(metAt && { metAt: metAt.toISOString() }),
    assumed,
    ...(change && {
      changed: { at: change.changedAt.toISOString(), fromDueAt: change.fromDueAt.toISOString(), rule: change.rule },
    }),
  };
}

/** What the agencies owe, as one clock: the earliest answer that is still out. `agency-requests` keeps the clock of each. */
function agencyReturn(requests: readonly AskedRequestRecord[], { pack, colour, now }: Reckoning): ClockView[] {
  const owed = requests.find(({ answeredAt }) => answeredAt === undefined);
  if (owed === undefined) return [];
  const { issuedAt, dueAt } = owed;
  const times = { startedAt: issuedAt.toISOString(), dueAt: dueAt.toISOString() };
  const clock = colour && clockOfColour(pack, 'agency-return', colour);
  const basis = clock?.runsOutOfHours === true ? 'elapsed' : (clock?.basis ?? 'working');
  const left = {
    state: stateOf({ dueAt }, now),
    leftMinutes: minutesLeft({ basis, hours: pack.opening.hours }, dueAt, now),
  };
  return [{ code: 'agency-return', ...times, basis, ...left, assumed: false }];
}

/** An enquiry's clocks as a page shows them, the earliest due first. */
export function clockViews(
  reckoning: Reckoning,
  clocks: readonly ClockRecord[],
  requests: readonly AskedRequestRecord[],
  changes: readonly ClockChangeRecord[] = [],
): ClockView[] {
  const shown = clocks.filter(({ code }) => SHOWN.includes(code));
  const own = shown.map((clock) =>
    viewOf(clock, reckoning, changes.filter(({ clockId }) => clockId === clock.clockId).at(-1)),
  );
  return [...own, ...agencyReturn(requests, reckoning)].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** The clock that matters most now: the earliest that still runs or is over. */
export const clockThatMatters = (clocks: readonly ClockView[]): ClockView | undefined =>
  clocks.find(({ state }) => state !== 'met');
