import { dayWords, durationWords, londonTime } from '@mash/clocks';
import type { ClockView } from '@mash/contracts';

/** A clock as a chip (macros/chips.njk). `dueAt` lets the browser count the minutes in place. */
export interface ClockChip {
  readonly look: 'in-time' | 'due-soon' | 'late' | 'paused' | 'met';
  readonly text: string;
  readonly dueAt?: string;
}

const DUE_SOON_MS = 30 * 60_000;

/** A moment in London words: "15:30 today", "09:00 Fri 27 Nov". */
export const momentWords = (instant: Date, now: Date): string => `${londonTime(instant)} ${dayWords(instant, now)}`;

/**
 * A clock of the decision service: "Due 15:30 today, 1 h 50 min left", "40 min late", "Met 13:02 today". The service has already
 * reckoned the due time in the pack's hours; what is left is said by the wall clock, and where the clock itself counts working time, it says so: nights and weekends are in it.
 */
export function clockChip(clock: ClockView, now: Date): ClockChip {
  const due = new Date(clock.dueAt);
  if (clock.state === 'paused') return { look: 'paused', text: 'Paused' };
  if (clock.state === 'met' && clock.metAt !== undefined)
    return { look: 'met', text: `Met ${momentWords(new Date(clock.metAt), now)}` };
  const left = due.getTime() - now.getTime();
  if (left < 0) return { look: 'late', text: `${durationWords(-left, 'up')} late`, dueAt: clock.dueAt };
  const basis = clock.basis === 'working' ? ' by the wall clock' : '';
  const text = `Due ${momentWords(due, now)}, ${durationWords(left, 'down')} left${basis}`;
  return { look: left <= DUE_SOON_MS ? 'due-soon' : 'in-time', text, dueAt: clock.dueAt };
}
