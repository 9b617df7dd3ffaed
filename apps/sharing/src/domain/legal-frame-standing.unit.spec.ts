import { legalFrameStanding, legalFrameWarning } from './legal-frame-standing';

const check = { version: '2026-11', by: 'A. Solicitor, county legal services', on: '2026-12-01' };

describe('Whether the law in the rules was checked', () => {
  test('is no while nobody is on record, and is said', () => {
    const standing = legalFrameStanding('2026-11', undefined);
    expect(standing).toEqual({ version: '2026-11', isChecked: false });
    expect(legalFrameWarning(standing)).toContain('No lawyer has checked version 2026-11');
  });

  test('is yes for the version that was checked, and nothing is said', () => {
    const standing = legalFrameStanding('2026-11', check);
    expect(standing).toEqual({ version: '2026-11', isChecked: true, check });
    expect(legalFrameWarning(standing)).toBeUndefined();
  });

  test('is no again once the law in the rules has changed, and the warning names nobody', () => {
    const standing = legalFrameStanding('2027-04', check);
    expect(standing.isChecked).toBe(false);
    expect(legalFrameWarning(standing)).toMatch(/2027-04.*\(version 2026-11 was\)/);
    expect(legalFrameWarning(standing)).not.toContain('Solicitor');
  });
});
