import type { PackRating } from '../schema/rating-scheme';
import type { RatingRow } from '../schema/rating-row';
import { fullSet, knownSet, sampleOf, valuesOf, type ValueSet } from './value-set';

/** A block of cases: for each input, in the pack's order, the values it may have. A rating row is one. */
export type Box = readonly ValueSet[];

/** Every case in which all facts are known. */
export const knownSpace = ({ inputs }: PackRating): Box => Object.values(inputs).map(knownSet);

/**
 * The cases that a row matches.
 * @throws RangeError for a condition on no input, or one that does not fit its input (publishing reports these first)
 */
export function boxOf(row: RatingRow, { inputs }: PackRating): Box {
  const stray = Object.keys(row.when).find((id) => !Object.hasOwn(inputs, id));
  if (stray !== undefined) throw new RangeError(`Row ${row.id} reads "${stray}", which is no input`);
  return Object.entries(inputs).map(([id, input]) => {
    const condition = row.when[id];
    const set = condition === undefined ? fullSet(input) : valuesOf(input, condition);
    if (set === undefined) throw new RangeError(`Row ${row.id}: the condition on "${id}" does not fit the input`);
    return set;
  });
}

/** @returns the cases in both boxes, or undefined if there are none. */
export function intersection(a: Box, b: Box): Box | undefined {
  const both = a.map((set, index) => set & (b[index] ?? 0n));
  return both.every((set) => set !== 0n) ? both : undefined;
}

/** What is left of a box when another is taken out of it: boxes that do not overlap. */
export function without(box: Box, taken: Box): Box[] {
  if (!intersection(box, taken)) return [box];
  const left: Box[] = [];
  const inside = [...box];
  for (const [index, set] of taken.entries()) {
    const outside = (inside[index] ?? 0n) & ~set;
    if (outside !== 0n) left.push(inside.map((own, at) => (at === index ? outside : own)));
    inside[index] = (inside[index] ?? 0n) & set;
  }
  return left;
}

/** One case of a box in words: `immediateDanger no, domesticAbuse high`. */
export function caseWords(box: Box, { inputs }: PackRating): string {
  return Object.entries(inputs)
    .map(([id, input], index) => `${id} ${sampleOf(input, box[index] ?? 0n)}`)
    .join(', ');
}
