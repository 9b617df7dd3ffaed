import Holidays from 'date-holidays';
import { bankHolidayOn, ENGLAND_BANK_HOLIDAYS, isOpen, type OpeningHours } from './index';

const isWeekend = (isoDay: string): boolean => [0, 6].includes(new Date(`${isoDay}T12:00:00Z`).getUTCDay());

describe('The bank holiday table', () => {
  test.each([2025, 2026, 2027, 2028])('agrees with an independent calendar in %i', (year) => {
    const library = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10))
      .filter((day) => !isWeekend(day));
    const table = [...ENGLAND_BANK_HOLIDAYS.days.keys()].filter((day) => day.startsWith(String(year)));
    expect(table).toEqual(library);
    expect(table).toHaveLength(8);
  });

  test('lists its days in order, each once, none at a weekend, all inside its span', () => {
    const days = [...ENGLAND_BANK_HOLIDAYS.days.keys()];
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter(isWeekend)).toEqual([]);
    expect(days.every((day) => day >= ENGLAND_BANK_HOLIDAYS.from && day <= ENGLAND_BANK_HOLIDAYS.to)).toBe(true);
  });

  test('names a holiday and knows an ordinary day', () => {
    expect(bankHolidayOn('2026-12-28', ENGLAND_BANK_HOLIDAYS)).toBe('Boxing Day (substitute day)');
    expect(bankHolidayOn('2026-12-29', ENGLAND_BANK_HOLIDAYS)).toBeUndefined();
  });
});

describe('Whether the hub is open', () => {
  const day = '09:00-17:00';
  const hours: OpeningHours = {
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: 'closed',
    sun: 'closed',
    bankHolidays: '10:00-12:00',
  };
  test.each([
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T08:59:59Z', false],
    ['2026-11-23T17:00:00Z', false],
    ['2026-07-20T08:00:00Z', true], // 09:00 in summer time
    ['2026-11-22T12:00:00Z', false],
    ['2026-12-25T11:00:00Z', true],
    ['2026-12-25T12:30:00Z', false],
  ])('at %s is %s', (instant, open) => {
    expect(isOpen(new Date(instant), hours, ENGLAND_BANK_HOLIDAYS)).toBe(open);
  });
});
