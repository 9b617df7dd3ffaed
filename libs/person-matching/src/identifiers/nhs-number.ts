/** What is wrong with a number typed as an NHS number. */
export type NhsNumberFault = 'characters' | 'length' | 'check-digit' | 'placeholder';

const separators = /[\s-]/g;

/** @returns the ten digits without spaces or dashes, or undefined if there are not just ten digits. */
export function normaliseNhsNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(separators, '');
  return /^\d{10}$/.test(digits) ? digits : undefined;
}

/**
 * Checks an NHS number (NHS Data Dictionary: modulus 11, weights 10 to 2; a check of 11 reads 0, a check of 10 is never issued).
 * A number of one digit throughout passes some of these sums and stands for "we had to type something": it is refused.
 * @returns the fault, or undefined for a number that was typed correctly. That does not prove whose it is.
 */
export function nhsNumberFault(typed: string): NhsNumberFault | undefined {
  const digits = typed.replaceAll(separators, '');
  if (!/^\d*$/.test(digits)) return 'characters';
  if (digits.length !== 10) return 'length';
  if (/^(\d)\1{9}$/.test(digits)) return 'placeholder';
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) ? undefined : 'check-digit';
}

/** Whether a number was typed correctly. It proves typing, not identity. */
export const isValidNhsNumber = (typed: string): boolean => nhsNumberFault(typed) === undefined;

/** `943 476 5919`, as it is printed; anything that is not ten digits comes back as it is. */
export function formatNhsNumber(typed: string): string {
  const digits = normaliseNhsNumber(typed);
  return digits === undefined ? typed : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}
