import type { BreachSummary } from '@mash/contracts';
import type { DeskQueue } from '../../governance/desk/ig-desk.presenter';
import type { PartOfPage } from '../../governance/shared/part-of-page';
import { breachClock } from './breach-clock';
import { KIND_WORDS } from './breaches.presenter';

/** Breaches whose 72 hours run, for the desk: the oldest first. */
export function breachQueue(breaches: PartOfPage<readonly BreachSummary[]>, now: Date): DeskQueue {
  const frame = { title: 'Breaches whose 72 hours run', empty: 'No 72-hour clock runs.' };
  if (!breaches.isThere) return { ...frame, rows: [], missing: breaches.because };
  const rows = breaches.value
    .filter(({ isClockRunning }) => isClockRunning)
    .map((breach) => {
      const { text: age, isLate } = breachClock(breach, now);
      const text = `${KIND_WORDS[breach.kind]}, enquiry ${breach.enquiryReference}`;
      return { href: `/ig/breaches/${breach.breachId}`, text, age, isLate };
    });
  return { ...frame, rows };
}
