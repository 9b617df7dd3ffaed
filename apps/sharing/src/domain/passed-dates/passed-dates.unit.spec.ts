import fc from 'fast-check';
import { LEGAL_FRAME } from '../decision';
import { agreementDates } from './agreement-dates';
import { growsTooOld, judgedWindow } from './judged-window';
import { lawDates } from './law-dates';
import { registerDates } from './register-dates';
import { sweepWindow } from './sweep-window';

const iso = (instants: readonly number[]) => instants.map((at) => new Date(at).toISOString());

describe('Dates that pass', () => {
  test('are looked for once an hour, and in the second minute of each London day', () => {
    const isDue = (after: string, now: string) => sweepWindow(new Date(after), new Date(now)) !== undefined;
    expect(isDue('2026-10-14T19:00:00Z', '2026-10-14T20:00:59Z')).toBe(false);
    expect(isDue('2026-10-14T19:00:00Z', '2026-10-14T20:01:00Z')).toBe(true);
    expect(isDue('2026-10-14T22:55:00Z', '2026-10-14T23:00:59Z')).toBe(false);
    expect(isDue('2026-10-14T22:55:00Z', '2026-10-14T23:01:00Z')).toBe(true);
    expect(isDue('2026-12-14T23:55:00Z', '2026-12-15T00:01:00Z')).toBe(true);
  });

  test('of an agreement are midnights in London, before and after the clocks change', () => {
    const dates = agreementDates({ inForceFrom: '2026-07-01', inForceTo: '2026-12-31', reviewDue: '2026-10-24' }, [90]);
    expect(iso(dates)).toEqual([
      ...['2026-06-30T23:00:00.000Z', '2027-01-01T00:00:00.000Z', '2026-10-24T23:00:00.000Z'],
      '2027-01-23T00:00:00.000Z',
    ]);
  });

  test('of the law are those of the legal frame', () => {
    expect(iso(lawDates(LEGAL_FRAME))).toContain('2026-09-29T23:00:00.000Z');
  });

  test('of the register are midnights in London of the days on which the duty begins to name a body, and of nobody else', () => {
    const bodies = [
      { bound: true, boundFrom: '2027-06-01' },
      { bound: true, boundFrom: null },
      { bound: true },
      { bound: false, boundFrom: '2027-07-01' },
    ];
    expect(iso(registerDates(bodies))).toEqual(['2027-05-31T23:00:00.000Z']);
  });

  test('of what somebody judged lie within the days that are asked for', () => {
    const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 40 * 24 }),
        fc.integer({ min: -20, max: 60 }),
        (after, hours, days) => {
          const window = { after, until: new Date(after.getTime() + hours * 3_600_000) };
          const judgedAt = new Date(after.getTime() - 184 * 86_400_000 + days * 86_400_000);
          const { judgedAfter, judgedUntil } = judgedWindow(window);
          return !growsTooOld(window, judgedAt) || (judgedAfter < judgedAt && judgedAt <= judgedUntil);
        },
      ),
      { seed: 20261129, numRuns: 2_000 },
    );
  });
});
