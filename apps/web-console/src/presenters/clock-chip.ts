import { dayWords, durationWords, londonTime } from '@mash/clocks';
import type { ClockView } from '@mash/contracts';

/** A clock as a chip (macros/chips.njk). */
export interface ClockChip {
  readonly look: 'in-time' | 'due-soon' | 'late' | 'paused' | 'met';
  readonly text: string;
}

const DUE_SOON_MS = 30 * 60_000;

/** A moment in London words: "15:30 today", "09:00 Fri 27 Nov". */
export const momentWords = (instant: Date, now: Date): string => `${londonTime(instant)} ${dayWords(instant, now)}`;

/**
 * A clock as its service reckoned it: "Due 15:30 today, 1 h 50 min left (working time)", "40 min late", "Met 13:02 today". What is left of working
 * time is as the pack's hours have it; by how much it is late, and what is left of other clocks, is by the wall clock.
 */
export function clockChip(clock: ClockView, now: Date): ClockChip {
  const due = new Date(clock.dueAt);
  if (clock.state === 'paused') return { look: 'paused', text: 'Paused' };
  if (clock.state === 'met' && clock.metAt !== undefined)
    return { look: 'met', text: `Met ${momentWords(new Date(clock.metAt), now)}` };
  const isLate = due < now;
  if (isLate) return { look: 'late', text: `${durationWords(now.getTime() - due.getTime(), 'up')} late` };
  const left = leftOf(clock, due.getTime() - now.getTime());
  const text = `Due ${momentWords(due, now)}, ${durationWords(left, 'down')} left${clock.basis === 'working' ? ' (working time)' : ''}`;
  return { look: left <= DUE_SOON_MS ? 'due-soon' : 'in-time', text };
}

const leftOf = ({ basis, leftMinutes }: ClockView, byTheClock: number): number =>
  basis === 'working' && leftMinutes !== undefined ? leftMinutes * 60_000 : byTheClock;
