import type { Pack } from '../schema/pack';

function mismatch(what: string, given: readonly string[], scheme: readonly string[]): string[] {
  const missing = scheme.filter((colour) => !given.includes(colour)).map((colour) => `${what}: ${colour} is missing`);
  const extra = given
    .filter((colour) => !scheme.includes(colour))
    .map((colour) => `${what}: ${colour} is not in the scheme`);
  return [...missing, ...extra];
}

/** The scheme has each colour and each order once; everything that goes by colour has exactly the scheme's colours. */
export function colourProblems({ rating, clocks, research }: Pack): string[] {
  const scheme = rating.scheme.map(({ colour }) => colour);
  const orders = rating.scheme.map(({ order }) => order).sort((a, b) => a - b);
  const rowColours = new Set(rating.rows.map(({ colour }) => colour));
  const rowIds = rating.rows.map(({ id }) => id);
  return [
    ...(new Set(scheme).size === scheme.length ? [] : ['rating.scheme: a colour stands twice']),
    ...(orders.every((order, index) => order === index + 1) ? [] : ['rating.scheme: orders must run 1, 2, 3 ...']),
    ...(new Set(rowIds).size === rowIds.length ? [] : ['rating.rows: a row id stands twice']),
    ...mismatch('rating.rows', [...rowColours], scheme),
    ...mismatch('clocks.agency-return', Object.keys(clocks['agency-return']), scheme),
    ...mismatch('clocks.decide', Object.keys(clocks.decide), scheme),
    ...mismatch('clocks.review', Object.keys(clocks.review), scheme),
    ...mismatch('research', Object.keys(research), scheme),
  ];
}
