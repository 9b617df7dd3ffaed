const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** @returns the postcode as `SS1 1AA`, or undefined if it is none. The letter O typed for the figure 0 in the inward part is put right. */
export function normalisePostcode(typed: string): string | undefined {
  const compact = typed.replaceAll(/[^a-zA-Z\d]/g, '').toUpperCase();
  const match = POSTCODE.exec(compact.replace(/O(?=[A-Z]{2}$)/, '0'));
  return match ? `${match[1] ?? ''} ${match[2] ?? ''}` : undefined;
}
