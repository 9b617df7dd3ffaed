import type { Queue } from '@mash/contracts';
import { aClock, aRow, before, CHILD, NOW, READER } from '../enquiry/testing/an-enquiry';
import { queuePageOf, queueViewOf } from './queue-views';
import { queueView } from './queue.presenter';

const counts = { mine: 0, unclaimed: 3, withAgencies: 4, all: 12 };
const queue = (changes: Partial<Queue> = {}): Queue => ({ counts, rows: [], page: 1, pages: 1, ...changes });
const view = (changes: Partial<Queue>, name: 'mine' | 'all' = 'all') =>
  queueView({ queue: queue(changes), view: name, readerId: READER, now: NOW });
const late = aRow({ clock: aClock(-40) });
const inTime = aRow({ clock: aClock(95) });

describe('The queue', () => {
  test('has the answer as its heading', () => {
    expect(view({ rows: [late, late, inTime] }).heading).toBe('2 are late; 12 wait');
    expect(view({ rows: [inTime] }).heading).toBe('None is late; 12 wait');
  });

  test('does not pretend to have counted the late ones of pages that it has not seen', () => {
    expect(view({ rows: [late, late], pages: 3 }).heading).toBe('2 or more are late; 12 wait');
    expect(view({ rows: [late], page: 2, pages: 2 }).heading).toBe('On this page, 1 is late; 12 wait');
  });

  test('says why it is empty, since when, and where the work is', () => {
    const empty = view({ lastArrivalAt: before(38) }, 'mine');
    expect(empty.heading).toBe('Nothing waits');
    expect(empty.empty).toEqual(['Nothing waits here. Last arrival 13:02 today. 4 are with agencies.']);
  });

  test('shows people by kind and age, concern and answers in words, and the next step as a verb', () => {
    const [row] = view({
      rows: [
        aRow({
          people: [
            { personId: CHILD, kind: 'child', ageBand: '5-10' },
            { personId: CHILD, kind: 'unborn', ageBand: 'unborn' },
          ],
          presentingIssues: ['neglect'],
          asked: 5,
          answered: 3,
          late: 1,
          lateAgencies: ['riverside-police', 'riverside-homes'],
          nextStep: 'chase',
          repeatContacts12Months: 1,
          ownerId: READER,
          restricted: true,
        }),
      ],
    }).rows;
    expect(row).toMatchObject({
      people: '1 child (5 to 10), 1 unborn baby',
      concern: 'Neglect',
      answers: '3 of 5 answered, 1 late',
      repeats: '1 earlier contact in 12 months',
      owner: 'You have it',
      marks: ['Restricted'],
      next: { text: 'Chase Riverside Police and 1 more', href: '/enquiries/E-7K2Q4X9/asks' },
    });
  });

  test('offers to take one only where one is unclaimed', () => {
    expect(view({}).canTake).toBe(true);
    expect(view({ counts: { ...counts, unclaimed: 0 } }).canTake).toBe(false);
  });

  test('leaves out pages in between, and never the first and the last', () => {
    expect(view({ page: 5, pages: 9 }).pagination).toMatchObject({
      items: [
        { number: 1 },
        { ellipsis: true },
        { number: 4 },
        { number: 5, current: true },
        { number: 6 },
        { ellipsis: true },
        { number: 9 },
      ],
    });
    expect(view({}).pagination).toBeUndefined();
  });

  test('takes anything in the address that it does not know for the whole queue, page one', () => {
    expect([queueViewOf('mine'), queueViewOf('../x'), queueViewOf(['all'])]).toEqual(['mine', 'all', 'all']);
    expect([queuePageOf('7'), queuePageOf('0'), queuePageOf('1e9'), queuePageOf(undefined)]).toEqual([7, 1, 1, 1]);
  });
});
