import fc from 'fast-check';
import {
  countedTimeBetween,
  dueAt,
  ENGLAND_BANK_HOLIDAYS,
  isOpen,
  nextWorkingMoment,
  type OpeningHours,
} from './index';

const hours: OpeningHours = {
  mon: '08:30-17:30',
  tue: '08:30-17:30',
  wed: '08:30-20:00',
  thu: '08:30-17:30',
  fri: '08:30-16:45',
  sat: '00:00-06:00',
  sun: 'closed',
  bankHolidays: '10:00-12:00',
};
const holidays = ENGLAND_BANK_HOLIDAYS;
const terms = { basis: 'working', hours, holidays } as const;
const anInstant = fc.date({ min: new Date('2025-02-01'), max: new Date('2028-11-01'), noInvalidDate: true });
const run = { numRuns: 300, seed: 20261123 };

describe('Working-time arithmetic, whatever the instant', () => {
  test('counts exactly the time it gave', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 6000 }), (start, minutes) => {
        const due = dueAt({ ...terms, start, duration: { minutes } });
        expect(countedTimeBetween(start, due, terms)).toBe(minutes * 60_000);
      }),
      run,
    );
  });

  test('gives a longer duration a later end', () => {
    fc.assert(
      fc.property(anInstant, fc.nat(3000), fc.integer({ min: 1, max: 600 }), (start, minutes, more) => {
        const [short, long] = [minutes, minutes + more].map((m) =>
          dueAt({ ...terms, start, duration: { minutes: m } }),
        );
        expect(short!.getTime()).toBeLessThan(long!.getTime());
      }),
      run,
    );
  });

  test('finds an open moment, and none is open before it', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const next = nextWorkingMoment(at, hours, holidays);
        expect(isOpen(next, hours, holidays)).toBe(true);
        expect(next >= at).toBe(true);
        if (next > at) expect(isOpen(new Date(next.getTime() - 1), hours, holidays)).toBe(false);
        expect(countedTimeBetween(at, next, terms)).toBe(0);
      }),
      run,
    );
  });
});
