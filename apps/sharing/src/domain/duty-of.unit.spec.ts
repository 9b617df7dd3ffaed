import { dutyOf } from './duty-of';

const at = (instant: string) => new Date(instant);

describe('Whether the duty to share names a body', () => {
  test('is what the register says, from the first day of the duty where it gives no other', () => {
    for (const boundFrom of [undefined, null])
      expect(dutyOf({ bound: true, boundFrom }, at('2026-01-01T12:00:00Z'))).toBe('bound');
    expect(dutyOf({ bound: false, boundFrom: '2026-01-01' }, at('2026-11-01T12:00:00Z'))).toBe('unbound');
    expect(dutyOf(undefined, at('2026-11-01T12:00:00Z'))).toBe('unbound');
  });

  test('starts at midnight in London of its day', () => {
    const nursery = { bound: true, boundFrom: '2027-06-01' };
    expect(dutyOf(nursery, at('2027-05-31T22:59:59Z'))).toBe('unbound');
    expect(dutyOf(nursery, at('2027-05-31T23:00:00Z'))).toBe('bound');
  });
});
