import { durationWords } from './index';

const MINUTE = 60_000;

describe('A length of time', () => {
  test.each([
    [110 * MINUTE, '1 h 50 min'],
    [120 * MINUTE, '2 h'],
    [40 * MINUTE, '40 min'],
    [28 * 60 * MINUTE, '1 day 4 h'],
    [48 * 60 * MINUTE, '2 days'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(durationWords(ms, 'down')).toBe(words);
  });

  test('promises no minute that is gone, and is over from the first second', () => {
    expect(durationWords(MINUTE - 1, 'down')).toBe('less than 1 min');
    expect(durationWords(2 * MINUTE - 1, 'down')).toBe('1 min');
    expect(durationWords(1000, 'up')).toBe('1 min');
  });
});
