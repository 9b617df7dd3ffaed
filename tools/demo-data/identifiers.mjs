const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A valid NHS number from the 999 range, which is never issued to anyone (modulus 11, weights 10 to 2).
 * @param {ReturnType<import('./random.mjs').seededRandom>} random
 */
export function testNhsNumber(random) {
  for (;;) {
    const digits = [9, 9, 9, ...Array.from({ length: 6 }, () => random.int(0, 9))];
    const sum = digits.reduce((total, digit, index) => total + digit * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return [...digits, check].join('');
  }
}

/**
 * A valid Unique Pupil Number of an invented authority (weights 2 to 13, modulus 23; no I, O or S).
 * @param {ReturnType<import('./random.mjs').seededRandom>} random
 */
export function testUpn(random) {
  const digits = [9, 9, 9, ...Array.from({ length: 9 }, () => random.int(0, 9))];
  const sum = digits.reduce((total, digit, index) => total + digit * (index + 2), 0);
  return `${UPN_LETTERS[sum % 23]}${digits.join('')}`;
}
