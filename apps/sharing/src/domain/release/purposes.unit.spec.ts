import { purposeCarried, purposeOfTelling, withStated } from './purposes';

describe('The purpose that an answer is read for', () => {
  test('is the one recorded with its request, while the threshold carries it', () => {
    expect(purposeCarried('S47', 's47')).toBe('S47');
    expect(purposeCarried('EH', 's47')).toBe('EH');
    expect(purposeCarried('DA', 'none')).toBe('DA');
    expect(purposeCarried('S47', 'unknown')).toBe('S47');
  });

  test.each([
    ['S47', 's17', 'S17'],
    ['STRATEGY', 'early_help', 'EH'],
    ['S17', 'none', 'SCREEN'],
  ] as const)('asked for %s, once the threshold is %s, is %s', (recorded, threshold, left) => {
    expect(purposeCarried(recorded, threshold)).toBe(left);
  });
});

describe('The purpose of what leaves the hub', () => {
  test.each([
    ['referrer_pro', 's47', 'FEEDBACK'],
    ['referrer_anon', 'none', 'FEEDBACK'],
    ['team_eh', 's47', 'EH'],
    ['team_sc', 's47', 'S47'],
    ['team_sc', 'none', 'EH'],
    ['team_other', 's17', 'S17'],
    ['parent', 's17', 'INFORM'],
    ['subject', 's17', 'SAR'],
  ] as const)('to %s at %s is %s', (audience, threshold, purpose) => {
    expect(purposeOfTelling(audience, threshold)).toBe(purpose);
  });
});

describe('What a caller states', () => {
  test('is asked beside what is on record, and takes its place never', () => {
    expect(withStated(['S47'], 'SCREEN', false)).toEqual(['S47', 'SCREEN']);
    expect(withStated(['S47'], 'S47', false)).toEqual(['S47']);
    expect(withStated(['S47'], undefined, false)).toEqual(['S47']);
  });

  test("matters to the hub's own record only where no purpose of the kind may pass", () => {
    expect(withStated(['SCREEN'], 'S47', true)).toEqual(['SCREEN']);
    expect(withStated(['SCREEN'], 'LITIGATION', true)).toEqual(['SCREEN', 'LITIGATION']);
  });
});
