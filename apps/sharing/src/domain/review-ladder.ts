import { countedTimeBetween, dueAt, endOfLondonDay, ENGLAND_BANK_HOLIDAYS, type ClockTerms } from '@mash/clocks';
import type { Colour } from '@mash/contracts';
import { clockOfColour, type Pack } from '@mash/threshold-packs';
import type { ReviewLadder } from './review-level';

const MINUTE = 60_000;

/** Shortest time that anybody is given: the pack's clock of the most urgent colour (rule book section 2.7: Red). */
const LEAST: Colour = 'red';

/**
 * The rungs of a REVIEW that is to be answered the same day (rule row R-KIND-01): its clock ends with the London day on which it was raised, where the
 * colour's would end later. Raised shortly before midnight it is given the time of the most urgent clock, and no less. Half and double are by the
 * wall then.
 * @throws RangeError where the pack has no clock for a review at this colour
 */
export function sameDayLadder(pack: Pack, colour: Colour | undefined, raisedAt: Date): ReviewLadder {
  const ladder = reviewLadder(pack, colour, raisedAt);
  const least = reviewLadder(pack, LEAST, raisedAt).dueAt;
  const due = new Date(Math.max(endOfLondonDay(raisedAt).getTime(), least.getTime()));
  if (ladder.dueAt <= due) return ladder;
  const after = (share: number) => new Date(raisedAt.getTime() + (due.getTime() - raisedAt.getTime()) * share);
  return { raisedAt, deputyAt: after(0.5), dueAt: due, doubleAt: after(2) };
}

/**
 * The rungs of a REVIEW on the pack's clock for the colour; an enquiry that nobody has rated yet counts as red. Half and double are of the time that
 * the clock counts: four working hours that begin at closing time are half gone two hours after the next opening, not in the night.
 * @throws RangeError where the pack has no clock for a review at this colour
 */
export function reviewLadder(pack: Pack, colour: Colour | undefined, raisedAt: Date): ReviewLadder {
  const clock = clockOfColour(pack, 'review', colour ?? 'red');
  if (clock === undefined) throw new RangeError(`Pack ${pack.id} has no clock for a review`);
  const { duration, basis, runsOutOfHours } = clock;
  const terms: ClockTerms = { basis, runsOutOfHours, hours: pack.opening.hours, holidays: ENGLAND_BANK_HOLIDAYS };
  const due = dueAt({ ...terms, start: raisedAt, duration });
  const minutes = countedTimeBetween(raisedAt, due, terms) / MINUTE;
  const after = (share: number) => dueAt({ ...terms, start: raisedAt, duration: { minutes: minutes * share } });
  return { raisedAt, deputyAt: after(0.5), dueAt: due, doubleAt: after(2) };
}

const sooner = (one: Date, other: Date): Date => (other < one ? other : one);

/** The ladder of something that is raised already, each rung no later than on another: what is more urgent now climbs sooner, and nothing climbs later. */
export const soonerOf = (ladder: ReviewLadder, other: ReviewLadder): ReviewLadder => ({
  raisedAt: ladder.raisedAt,
  deputyAt: sooner(ladder.deputyAt, other.deputyAt),
  dueAt: sooner(ladder.dueAt, other.dueAt),
  doubleAt: sooner(ladder.doubleAt, other.doubleAt),
});
