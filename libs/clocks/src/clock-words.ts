import { dayWords } from './day-words';
import { durationWords } from './duration-words';
import { londonTime } from './london-time';
import { pauseAt } from './pause';
import { timeLeft, type RunningClock } from './time-left';

/** How a clock is drawn. `due-soon` and `late` need a word and a border as well as a colour. */
export type ClockState = 'paused' | 'late' | 'due-soon' | 'in-time';

/** A clock as a chip shows it. */
export interface ClockWords {
  readonly state: ClockState;
  /** The whole sentence: "Due 15:30 today, 1 h 50 min left (working time)", "40 min late", "Paused 10:05: why". */
  readonly text: string;
  /** "Due 15:30 today" (or "Was due ..."), for a table with a column of its own. */
  readonly due: string;
}

const HALF_AN_HOUR = 30 * 60_000;

function stateWords(clock: RunningClock, dueSoonMs: number): Omit<ClockWords, 'due'> {
  const pause = pauseAt(clock.now, clock.pauses ?? []);
  if (pause) return { state: 'paused', text: `Paused ${momentWords(pause.from, clock.now)}: ${pause.why}` };
  const { ms, late } = timeLeft(clock);
  if (late && ms === 0) return { state: 'late', text: `Late: was due ${momentWords(clock.due, clock.now, 'always')}` };
  if (late) return { state: 'late', text: `${durationWords(ms, 'up')} late` };
  const basis = clock.basis === 'working' && clock.runsOutOfHours !== true ? ' (working time)' : '';
  const left = `${durationWords(ms, 'down')} left${basis}`;
  return {
    state: ms <= dueSoonMs ? 'due-soon' : 'in-time',
    text: `Due ${momentWords(clock.due, clock.now, 'always')}, ${left}`,
  };
}

function momentWords(instant: Date, now: Date, day: 'always' | 'unless-today' = 'unless-today'): string {
  const words = dayWords(instant, now);
  return words === 'today' && day === 'unless-today' ? londonTime(instant) : `${londonTime(instant)} ${words}`;
}

/**
 * A clock in the words of the screens. Late by no working time (the hub shut as it fell due) still reads late.
 * @param dueSoonMs from how much time left on, on the clock's own basis, it counts as due soon
 */
export function clockWords(clock: RunningClock, dueSoonMs = HALF_AN_HOUR): ClockWords {
  const due = `${clock.now > clock.due ? 'Was due' : 'Due'} ${momentWords(clock.due, clock.now, 'always')}`;
  return { ...stateWords(clock, dueSoonMs), due };
}
