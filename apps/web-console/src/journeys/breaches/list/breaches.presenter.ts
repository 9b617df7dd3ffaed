import type { BreachSummary } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { breachClock, type BreachClock } from './breach-clock';

export const KIND_WORDS: Readonly<Record<BreachSummary['kind'], string>> = {
  wrong_person: 'About the wrong person',
  wrong_recipient: 'To the wrong recipient',
};

export interface BreachesView {
  readonly heading: string;
  readonly rows: readonly {
    readonly href: string;
    readonly text: string;
    readonly aware: string;
    readonly clock: BreachClock;
    readonly state: string;
  }[];
}

/** "Which clock runs, how many hours are left?" As the service orders them: running ones first, oldest first. */
export function breachesView(breaches: readonly BreachSummary[], now: Date): BreachesView {
  const running = breaches.filter(({ isClockRunning }) => isClockRunning).length;
  return {
    heading: running === 0 ? 'No 72-hour clock runs' : `${String(running)} to judge within 72 hours`,
    rows: breaches.map((one) => ({
      href: `/ig/breaches/${one.breachId}`,
      text: `${KIND_WORDS[one.kind]}, enquiry ${one.enquiryReference}`,
      aware: momentWords(new Date(one.awareAt), now),
      clock: breachClock(one, now),
      state: one.closedAt === undefined ? 'Open' : `Closed ${momentWords(new Date(one.closedAt), now)}`,
    })),
  };
}
