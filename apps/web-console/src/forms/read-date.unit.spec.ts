import { Posted } from './posted';
import { readDate, readPartialDate } from './read-date';

const now = new Date('2026-11-23T09:00:00Z');
const typed = (day: string, month: string, year: string) =>
  new Posted({ 'born-day': day, 'born-month': month, 'born-year': year });

describe('A birth date', () => {
  test.each([
    ['3', '5', '2018', { year: 2018, month: 5, day: 3 }],
    ['', 'March', '2018', { year: 2018, month: 3 }],
    ['', '', '2018', { year: 2018 }],
  ])('is kept as far as it is known: %s %s %s', (day, month, year, date) => {
    expect(readPartialDate(typed(day, month, year), 'born', now)).toEqual({ date });
  });

  test('says that it is a guess where somebody ticked so', () => {
    const posted = new Posted({ 'born-year': '2018', 'born-about': 'yes' });
    expect(readPartialDate(posted, 'born', now).date).toEqual({ year: 2018, approximate: true });
  });

  test('is nothing at all where nothing was typed', () => {
    expect(readPartialDate(typed('', '', ''), 'born', now)).toEqual({});
  });

  test.each([
    ['31', '2', '2018', 'born-day'],
    ['3', '13', '2018', 'born-month'],
    ['3', '', '2018', 'born-month'],
    ['3', '5', '18', 'born-year'],
    ['3', '5', '2030', 'born-year'],
    ['x', '5', '2018', 'born-day'],
    ['3', '5', '', 'born-year'],
  ])('is refused at the part that is wrong: %s %s %s', (day, month, year, field) => {
    expect(readPartialDate(typed(day, month, year), 'born', now).errors).toMatchObject([{ field }]);
  });
});

describe('A whole date', () => {
  test('is an ISO date', () => {
    expect(readDate(typed('4', '3', '2027'), 'born')).toEqual({ date: '2027-03-04' });
  });

  test('is refused in part', () => {
    expect(readDate(typed('', '3', '2027'), 'born').errors).toMatchObject([{ field: 'born-day' }]);
  });
});
