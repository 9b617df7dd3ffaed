import { glassEndsAt, isLive } from './broken-glass';

const AT = new Date('2026-11-24T02:00:00.000Z');

describe('A broken glass', () => {
  test('stays open for as long as the pack says', () => {
    expect(glassEndsAt(AT, 45).toISOString()).toBe('2026-11-24T02:45:00.000Z');
  });

  test('opens to the minute, and not once it was ended', () => {
    const endsAt = glassEndsAt(AT, 45);
    expect(isLive({ endsAt }, new Date(endsAt.getTime() - 1))).toBe(true);
    expect(isLive({ endsAt }, endsAt)).toBe(false);
    expect(isLive({ endsAt, endedAt: AT }, AT)).toBe(false);
  });
});
