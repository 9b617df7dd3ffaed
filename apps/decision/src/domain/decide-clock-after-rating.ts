import type { Colour } from '@mash/contracts';
import { clockOfColour, type Pack } from '@mash/threshold-packs';
import type { ClockTimes } from './clock-times';
import { startClock } from './start-clock';

/** Why the clock is what it is after a rating: the first one sets it, a later one follows the pack's setting. */
export type ReclockRule = 'first-rating' | Pack['rating']['onReRating']['runningClocks'];

interface Rated {
  readonly colour: Colour;
  readonly receivedAt: Date;
  readonly ratedAt: Date;
  /** The clock as it runs before this rating. */
  readonly running: ClockTimes;
  readonly isFirst: boolean;
}

/**
 * The decision clock after a rating. No source says what a new rating does to a running clock, so it is a setting of the pack
 * (docs/domain/clocks-and-packs.md), and the rule that was applied is kept and shown.
 * @throws RangeError where the colour is not in the pack's scheme
 */
export function decideClockAfterRating(pack: Pack, rated: Rated): ClockTimes & { readonly rule: ReclockRule } {
  const { colour, receivedAt, ratedAt, running, isFirst } = rated;
  const rule = isFirst ? 'first-rating' : pack.rating.onReRating.runningClocks;
  const clock = clockOfColour(pack, 'decide', colour);
  if (clock === undefined || rule === 'keep') return { ...running, rule };
  const isFromRating = rule === 'restart' || clock.starts === 'enquiry-rated';
  const fresh = startClock(pack, clock, isFromRating ? ratedAt : receivedAt);
  const keepsRunning = rule === 'shorter-wins' && running.dueAt <= fresh.dueAt;
  return { ...(keepsRunning ? running : fresh), rule };
}
