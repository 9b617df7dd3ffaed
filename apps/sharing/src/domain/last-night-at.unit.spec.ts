import { lastNightAt } from './last-night-at';

const at = (instant: string): string => lastNightAt(new Date(instant)).toISOString();

describe('The last night', () => {
  test('was at two o’clock in London, in winter and in summer', () => {
    expect(at('2026-11-24T10:00:00.000Z')).toBe('2026-11-24T02:00:00.000Z');
    expect(at('2026-07-01T10:00:00.000Z')).toBe('2026-07-01T01:00:00.000Z');
  });
  test('is the one before, until it strikes two', () => {
    expect(at('2026-11-24T01:59:59.000Z')).toBe('2026-11-23T02:00:00.000Z');
    expect(at('2026-11-24T02:00:00.000Z')).toBe('2026-11-24T02:00:00.000Z');
  });
  test('is there in the nights in which the clocks change', () => {
    expect(at('2026-03-29T12:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z'); // 01:00 to 02:00 does not exist
    expect(at('2026-10-25T12:00:00.000Z')).toBe('2026-10-25T02:00:00.000Z'); // 01:00 to 02:00 comes twice
  });
});
