const REFERENCE = /^([CE])-?([23456789ABCDEFGHJKMNPQRSTUVWXYZ]{7})$/;

/** The page of a reference as somebody typed it: `e 7k2q4x9` is `/enquiries/E-7K2Q4X9`. Undefined where it is no reference. */
export function pathOfReference(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  const [, kind, letters] = REFERENCE.exec(typed.toUpperCase().replaceAll(/\s/g, '')) ?? [];
  if (kind === undefined || letters === undefined) return undefined;
  return `/${kind === 'C' ? 'contacts' : 'enquiries'}/${kind}-${letters}`;
}
