import type { Pack, PackClock } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';
import { startClock } from './start-clock';

/** No source gives a length (one says: what the child's interest needs), and packs have no such clock: one working day, assumed. */
const ONE_WORKING_DAY: PackClock = {
  duration: { workingDays: 1 },
  basis: 'working',
  starts: 'decision-made',
  runsOutOfHours: false,
  assumed: true,
};

/** By when a disagreement is looked at. It delays nothing that protects. */
export const dissentClock = (pack: Pack, raisedAt: Date): ClockTimes => startClock(pack, ONE_WORKING_DAY, raisedAt);
