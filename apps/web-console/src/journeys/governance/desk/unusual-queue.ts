import type { UnusualLooking } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { PartOfPage } from '../shared/part-of-page';
import type { DeskQueue } from './ig-desk.presenter';

/** Unusual looking that nobody has explained, the oldest first. */
export function unusualQueue(part: PartOfPage<readonly UnusualLooking[]>, now: Date): DeskQueue {
  const [title, empty] = ['Unusual looking', 'Nobody opened unusually many people.'];
  if (!part.isThere) return { title, empty, rows: [], missing: part.because };
  const open = part.value.filter(({ state }) => state === 'open');
  return {
    ...{ title, empty },
    rows: open.map(({ people, at }) => ({
      href: '/ig/unusual',
      text: `One account opened ${String(people)} people within an hour`,
      age: momentWords(new Date(at), now),
      isLate: false,
    })),
  };
}
