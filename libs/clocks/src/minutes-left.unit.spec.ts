import { minutesLeft, type OpeningHours } from './index';

const day = '09:00-17:00';
const hours: OpeningHours = {
  ...{ mon: day, tue: day, wed: day, thu: day, fri: day },
  ...{ sat: 'closed', sun: 'closed', bankHolidays: 'closed' },
};
const fridayAt16 = new Date('2026-11-27T16:00:00Z');
const mondayAt10 = new Date('2026-11-30T10:00:00Z');

describe('What is left of a clock', () => {
  test('that counts working time leaves nights and the weekend out', () => {
    expect(minutesLeft({ basis: 'working', hours }, mondayAt10, fridayAt16)).toBe(120);
  });

  test('that counts every minute has them in', () => {
    expect(minutesLeft({ basis: 'elapsed', hours }, mondayAt10, fridayAt16)).toBe(66 * 60);
  });

  test('is nothing once it is due', () => {
    expect(minutesLeft({ basis: 'elapsed', hours }, fridayAt16, mondayAt10)).toBe(0);
  });
});
