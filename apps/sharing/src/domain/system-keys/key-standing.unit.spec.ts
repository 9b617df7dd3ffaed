import { endOf, keyStanding, type KeyTimes } from './key-standing';

const day = (number: number): Date => new Date(Date.UTC(2026, 10, number));
const key = (changes: Partial<KeyTimes> = {}): KeyTimes => ({
  ...{ validFrom: day(2), validTo: day(20), replacedAt: null, revokedAt: null },
  ...changes,
});

test.each<[string, KeyTimes, Date, string]>([
  ['before its first day', key(), day(1), 'coming'],
  ['from its first moment on', key(), day(2), 'current'],
  ['at its end', key(), day(20), 'ended'],
  ['while another follows it', key({ replacedAt: day(10) }), day(9), 'ending'],
  ['when the overlap is over', key({ replacedAt: day(10) }), day(10), 'ended'],
  ['replaced after its own end: its own end counts', key({ replacedAt: day(25) }), day(20), 'ended'],
  ['revoked, whatever else', key({ revokedAt: day(5) }), day(3), 'revoked'],
])('A key %s', (_when, times, now, expected) => {
  expect(keyStanding(times, now)).toBe(expected);
});

test('An overlap never makes a key live longer', () => {
  expect(endOf(key({ replacedAt: day(25) }))).toEqual(day(20));
  expect(endOf(key({ replacedAt: day(10) }))).toEqual(day(10));
});
