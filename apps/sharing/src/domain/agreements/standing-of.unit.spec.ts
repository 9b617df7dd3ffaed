import { anAgreement } from '../../../testing/an-agreement';
import { standingOf } from './standing-of';

const content = anAgreement({ inForceFrom: '2026-01-01', inForceTo: '2026-12-31', reviewDue: '2026-06-30' });
const on = (instant: string, state: 'in_force' | 'stopped' | 'approved' = 'in_force') =>
  standingOf({ partnershipId: '', content, state, stoppedAt: null }, new Date(instant));

describe('Where a version stands', () => {
  test('is read by London days: the last one counts to its end, in summer time too', () => {
    expect(on('2025-12-31T23:59:59Z')).toBe('not_started');
    expect(on('2026-01-01T00:00:00Z')).toBe('in_force');
    expect(on('2026-06-30T22:59:59Z')).toBe('in_force');
    expect(on('2026-06-30T23:00:00Z')).toBe('past_review');
    expect(on('2026-12-31T23:59:59Z')).toBe('past_review');
    expect(on('2027-01-01T00:00:00Z')).toBe('expired');
  });

  test('is nothing that counts where it is not in force', () => {
    expect(on('2026-02-01T00:00:00Z', 'stopped')).toBe('stopped');
    expect(on('2026-02-01T00:00:00Z', 'approved')).toBe('not_in_force');
  });
});
