/** What is wrong with text typed as a Unique Pupil Number. */
export type UpnFault = 'characters' | 'length' | 'check-letter' | 'no-number-code';

/** The 23 check letters, no I, O or S: a sum of 21 is Y and of 22 is Z (a public validator that stops at X is wrong). */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** UN1 to UN7 say why there is no number (CIN census). They are codes, and identify nobody. */
const NO_NUMBER = /^UN[1-7]$/;

/** @returns the number in capitals without spaces or dashes. */
export const normaliseUpn = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** A temporary number ends in a letter (until the school that issues the permanent one is known). It will be replaced. */
export const isTemporaryUpn = (typed: string): boolean => /^[A-Z]\d{11}[A-Z]$/.test(normaliseUpn(typed));

/**
 * Checks a Unique Pupil Number: a check letter, then 12 digits (weights 2 to 13, modulus 23), or 11 digits and a letter whose value
 * is its place among the check letters (Government Data Standards Catalogue, Unique Pupil Number 2.0).
 * @returns the fault, or undefined for a number that was typed correctly. That does not prove whose it is.
 */
export function upnFault(typed: string): UpnFault | undefined {
  const upn = normaliseUpn(typed);
  if (NO_NUMBER.test(upn)) return 'no-number-code';
  if (upn.length !== 13) return 'length';
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(upn)) return 'characters';
  const sum = Array.from(upn.slice(1)).reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : LETTERS.indexOf(character);
    return total + value * (index + 2);
  }, 0);
  return LETTERS[sum % 23] === upn[0] ? undefined : 'check-letter';
}

/** Whether a permanent or temporary number was typed correctly. It proves typing, not identity. */
export const isValidUpn = (typed: string): boolean => upnFault(typed) === undefined;

/** `A 950 0001 78301`: check letter, council, school, the rest; anything that is not 13 characters comes back as it is. */
export function formatUpn(typed: string): string {
  const upn = normaliseUpn(typed);
  if (upn.length !== 13) return typed;
  return `${upn.slice(0, 1)} ${upn.slice(1, 4)} ${upn.slice(4, 8)} ${upn.slice(8)}`;
}
