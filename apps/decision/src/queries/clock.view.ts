import { ClockView } from '@mash/contracts';
import type { AskedRequestRecord } from '../persistence/asked-request.repository';
import type { ClockChangeRecord, ClockRecord } from '../persistence/clock.repository';

const SHOWN: readonly string[] = ClockView.shape.code.options;

function stateOf({ metAt, dueAt }: Pick<ClockRecord, 'metAt' | 'dueAt'>, now: Date): ClockView['state'] {
  if (metAt !== undefined) return 'met';
  return dueAt < now ? 'breached' : 'running';
}

function viewOf(clock: ClockRecord, now: Date, change: ClockChangeRecord | undefined): ClockView {
  const { code, startedAt, dueAt, basis, assumed, metAt } = clock;
  return {
    code: ClockView.shape.code.parse(code),
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    basis,
    state: stateOf(clock, now),
    ...(metAt && { metAt: metAt.toISOString() }),
    assumed,
    ...(change && {
      changed: { at: change.changedAt.toISOString(), fromDueAt: change.fromDueAt.toISOString(), rule: change.rule },
    }),
  };
}

/** What the agencies owe, as one clock: the earliest answer that is still out. `agency-requests` keeps the clock of each. */
function agencyReturn(requests: readonly AskedRequestRecord[], now: Date): ClockView[] {
  const owed = requests.find(({ answeredAt }) => answeredAt === undefined);
  if (owed === undefined) return [];
  const { issuedAt, dueAt } = owed;
  const times = { startedAt: issuedAt.toISOString(), dueAt: dueAt.toISOString() };
  return [{ code: 'agency-return', ...times, basis: 'working', state: stateOf({ dueAt }, now), assumed: false }];
}

/** An enquiry's clocks as a page shows them, the earliest due first. */
export function clockViews(
  now: Date,
  clocks: readonly ClockRecord[],
  requests: readonly AskedRequestRecord[],
  changes: readonly ClockChangeRecord[] = [],
): ClockView[] {
  const shown = clocks.filter(({ code }) => SHOWN.includes(code));
  const own = shown.map((clock) =>
    viewOf(clock, now, changes.filter(({ clockId }) => clockId === clock.clockId).at(-1)),
  );
  return [...own, ...agencyReturn(requests, now)].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** The clock that matters most now: the earliest that still runs or is over. */
export const clockThatMatters = (clocks: readonly ClockView[]): ClockView | undefined =>
  clocks.find(({ state }) => state !== 'met');
