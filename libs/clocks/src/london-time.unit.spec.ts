import { dayWords, londonDate, londonDateTime, londonDayOf, londonTime } from './index';

describe('London time', () => {
  test.each([
    ['2026-11-23T13:41:00Z', '13:41'],
    ['2026-07-20T13:41:00Z', '14:41'],
    ['2026-10-25T00:30:00Z', '01:30 BST'],
    ['2026-10-25T01:30:00Z', '01:30 GMT'],
    ['2026-10-25T00:00:00Z', '01:00 BST'],
    ['2026-10-25T01:59:00Z', '01:59 GMT'],
    ['2026-10-25T02:00:00Z', '02:00'],
    ['2026-10-24T23:59:00Z', '00:59'],
    ['2026-03-29T00:59:00Z', '00:59'],
    ['2026-03-29T01:00:00Z', '02:00'],
  ])('at %s reads %s', (instant, words) => {
    expect(londonTime(new Date(instant))).toBe(words);
  });

  test('has its own calendar day in summer', () => {
    expect(londonDate(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026');
    expect(londonDayOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(londonDateTime(new Date('2026-10-25T01:30:00Z'))).toBe('25 October 2026, 01:30 GMT');
  });

  test('tells days apart by the London midnight', () => {
    const now = new Date('2026-09-29T22:30:00Z'); // 23:30 in London
    expect(dayWords(new Date('2026-09-29T22:59:00Z'), now)).toBe('today');
    expect(dayWords(new Date('2026-09-29T23:00:00Z'), now)).toBe('tomorrow');
    expect(dayWords(new Date('2026-09-28T12:00:00Z'), now)).toBe('yesterday');
  });

  test('calls the day after a clock-change night tomorrow', () => {
    expect(dayWords(new Date('2026-10-25T00:30:00Z'), new Date('2026-10-24T22:30:00Z'))).toBe('tomorrow');
  });

  test('names a day that is neither today nor next to it, and the year when it is another one', () => {
    expect(dayWords(new Date('2026-11-27T15:30:00Z'), new Date('2026-11-23T13:40:00Z'))).toBe('Fri 27 Nov');
    expect(dayWords(new Date('2027-01-04T15:30:00Z'), new Date('2026-12-30T13:40:00Z'))).toBe('Mon 4 Jan 2027');
  });
});
