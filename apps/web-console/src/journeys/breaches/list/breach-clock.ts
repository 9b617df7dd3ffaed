import { durationWords } from '@mash/clocks';
import type { BreachSummary } from '@mash/contracts';

export interface BreachClock {
  readonly text: string;
  readonly isLate: boolean;
}

/** Hours left of the 72, or how late; nothing runs once the Commissioner was told or need not be. */
export function breachClock({ dueAt, isClockRunning, ico, toldLate }: BreachSummary, now: Date): BreachClock {
  if (!isClockRunning)
    return ico === 'told'
      ? { text: toldLate ? 'Commissioner told late' : 'Commissioner told in time', isLate: toldLate }
      : { text: 'Commissioner need not be told', isLate: false };
  const left = new Date(dueAt).getTime() - now.getTime();
  return left < 0
    ? { text: `${durationWords(-left, 'up')} past the 72 hours`, isLate: true }
    : { text: `${durationWords(left, 'down')} left of the 72 hours`, isLate: false };
}
