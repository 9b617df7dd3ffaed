import fc from 'fast-check';
import {
  formatNhsNumber,
  formatUpn,
  isTemporaryUpn,
  isValidNhsNumber,
  isValidUpn,
  nhsNumberFault,
  normalisePostcode,
  upnFault,
} from '../index';

describe('An NHS number', () => {
  test.each(['6541003238', '9434765919', '943 476 5919', '943-476-5919'])('%s was typed correctly', (typed) => {
    expect(isValidNhsNumber(typed)).toBe(true);
  });

  test.each([
    ['9434765918', 'check-digit'],
    ['943476591', 'length'],
    ['94347659190', 'length'],
    ['943476591X', 'characters'],
    ['', 'length'],
    ['0000000000', 'placeholder'],
    ['1111111111', 'placeholder'], // its sum is right: somebody had to type something
    ['4444444444', 'placeholder'],
  ])('%s has the fault %s', (typed, fault) => {
    expect(nhsNumberFault(typed)).toBe(fault);
  });

  test('whose check would be 10 is never issued, whatever its last digit', () => {
    // 100000009: 10 + 2 x 9 = 28, 28 mod 11 = 6; 100000001: 12 mod 11 = 1, so the check would be 10
    for (let last = 0; last <= 9; last += 1) expect(isValidNhsNumber(`100000001${last}`)).toBe(false);
  });

  test('whose sum leaves no rest has the check digit 0', () => {
    expect(isValidNhsNumber('1000000060')).toBe(true); // 10 + 2 x 6 = 22
  });

  test('never survives one wrong digit or two neighbours swapped', () => {
    const base = '9434765919';
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, add) => {
        const digits = Array.from(base, Number);
        digits[place] = (digits[place]! + add) % 10;
        expect(isValidNhsNumber(digits.join(''))).toBe(false);
      }),
      { seed: 1 },
    );
    for (let place = 0; place < 9; place += 1) {
      const swapped = base.slice(0, place) + base.charAt(place + 1) + base.charAt(place) + base.slice(place + 2);
      expect(swapped === base || !isValidNhsNumber(swapped)).toBe(true);
    }
  });

  test('is printed three, three, four', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919');
    expect(formatNhsNumber('not yet')).toBe('not yet');
  });
});

describe('A Unique Pupil Number', () => {
  test.each([
    'A950000178301',
    'H243278544154',
    'a950000178301',
    'A 950 0001 78301',
    'R201100018042',
    'Q247962919251',
    'W428558133462',
  ])('%s was typed correctly', (typed) => {
    expect(isValidUpn(typed)).toBe(true);
  });

  test.each([
    ['R247962919251', 'check-letter'],
    ['X428558133462', 'check-letter'],
    ['A95000017830', 'length'],
    ['I950000178301', 'characters'],
    ['O950000178301', 'characters'],
    ['S950000178301', 'characters'],
    ['A95000017830S', 'characters'],
    ['A9500001783X1', 'characters'],
    ['UN4', 'no-number-code'],
    ['un1', 'no-number-code'],
  ])('%s has the fault %s', (typed, fault) => {
    expect(upnFault(typed)).toBe(fault);
  });

  test('knows all 23 check letters, Y and Z too', () => {
    const upn = (digits: string) =>
      Array.from('ABCDEFGHJKLMNPQRTUVWXYZ', (letter) => letter + digits).filter(isValidUpn);
    const found = new Set<string>();
    for (let serial = 0; serial < 60; serial += 1) {
      const valid = upn(`999100018${String(serial).padStart(3, '0')}`);
      expect(valid).toHaveLength(1);
      found.add(valid[0]!.charAt(0));
    }
    expect([...found].sort().join('')).toBe('ABCDEFGHJKLMNPQRTUVWXYZ');
  });

  test('may be temporary: its last letter counts by its place', () => {
    // 2 x 8 + 4 x 1 + 5 x 2 + 10 x 5 + 13 x 1 (B) = 93, and 93 mod 23 = 1, which is B
    const candidates = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ', (letter) => `${letter}80120000500B`).filter(isValidUpn);
    expect(candidates).toEqual(['B80120000500B']);
    expect(isTemporaryUpn('B80120000500B')).toBe(true);
    expect(isTemporaryUpn('A950000178301')).toBe(false);
  });

  test('is printed in its parts', () => {
    expect(formatUpn('a950000178301')).toBe('A 950 0001 78301');
  });
});

describe('A postcode', () => {
  test.each([
    ['ss11aa', 'SS1 1AA'],
    ['RM17 6SL', 'RM17 6SL'],
    ['w1a-1aa', 'W1A 1AA'],
    ['ME4 OAB', 'ME4 0AB'],
    ['nowhere', undefined],
    ['', undefined],
  ])('typed as %s is %s', (typed, postcode) => {
    expect(normalisePostcode(typed)).toBe(postcode);
  });
});
