import { readWhen } from './read-when';
import { whenWords } from './when-words';

const today = '2026-11-23';

describe('A date as a liaison officer types it', () => {
  test.each([
    ['t', '2026-11-23'],
    ['Yesterday', '2026-11-22'],
    ['3/11', '2026-11-03'],
    ['24/11', '2025-11-24'],
    ['3/11/24', '2024-11-03'],
    ['1.2.98', '1998-02-01'],
    ['2024-03-09', '2024-03-09'],
    ['5 march 2021', '2021-03-05'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %s as %s', (typed, date) => {
    expect(readWhen(typed, today)).toEqual({ when: { date } });
  });

  test.each(['winter 2024', 'About March 2024', '2019', 'throughout'])('leaves "%s" approximate', (typed) => {
    expect(readWhen(typed, today)).toEqual({ when: { approx: typed } });
  });

  test.each(['31/2', '0/5', '29/2/2023', '2024-13-01', '3/11/0999'])(
    'refuses %s: the calendar has no such day',
    (typed) => {
      expect(readWhen(typed, today)).toEqual({ error: 'There is no such date: check day, month and year' });
    },
  );

  test('refuses nothing typed, and more words than the item holds', () => {
    expect(readWhen('  ', today)).toHaveProperty('error');
    expect(readWhen('x'.repeat(81), today)).toHaveProperty('error');
  });

  test('is said again no more exactly than it was typed', () => {
    expect(whenWords({ approx: 'winter 2024' })).toBe('winter 2024');
    expect(whenWords({ date: '2026-11-03' })).toBe('3 November 2026');
    expect(whenWords({ date: '2026-11-03', until: '2026-11-05' })).toBe('3 November 2026 to 5 November 2026');
  });
});
