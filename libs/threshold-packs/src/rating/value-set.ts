import { NOT_KNOWN, type RatingInput } from '../schema/rating-input';
import type { RatingCondition } from '../schema/rating-row';

/** A set of an input's values, one bit each: its options or its numbers in order, then `not_known`. */
export type ValueSet = bigint;

const bit = (index: number): ValueSet => 1n << BigInt(index);
const firstBits = (count: number): ValueSet => bit(count) - 1n;

/** How many known values an input can have. */
const knownValues = (input: RatingInput): number => (input.type === 'choice' ? input.options.length : input.max + 1);

/** All values of an input except `not_known`. */
export const knownSet = (input: RatingInput): ValueSet => firstBits(knownValues(input));

/** All values of an input, `not_known` too. */
export const fullSet = (input: RatingInput): ValueSet => firstBits(knownValues(input) + 1);

/** @returns the set that holds one value alone, or undefined where the input has no such value (a wrong type included). */
export function singleton(input: RatingInput, value: unknown): ValueSet | undefined {
  if (value === NOT_KNOWN) return bit(knownValues(input));
  if (input.type === 'number') {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= input.max
      ? bit(value)
      : undefined;
  }
  const index = input.options.findIndex((option) => option.value === value);
  return index < 0 ? undefined : bit(index);
}

function union(input: RatingInput, values: readonly unknown[]): ValueSet | undefined {
  const sets = values.map((value) => singleton(input, value));
  return sets.reduce<ValueSet | undefined>(
    (all, set) => (all === undefined || set === undefined ? undefined : all | set),
    0n,
  );
}

function range(input: RatingInput, from: number, to: number): ValueSet | undefined {
  if (input.type !== 'number' || from > to || to > input.max) return undefined;
  return firstBits(to + 1) & ~firstBits(from);
}

/** @returns the values that a condition lets through, or undefined where it does not fit the input. */
export function valuesOf(input: RatingInput, condition: RatingCondition): ValueSet | undefined {
  if ('is' in condition) return singleton(input, condition.is);
  if ('in' in condition) return union(input, condition.in);
  if (input.type !== 'number') return undefined;
  if ('atLeast' in condition) return range(input, condition.atLeast, input.max);
  if ('atMost' in condition) return range(input, 0, condition.atMost);
  return range(input, condition.between[0], condition.between[1]);
}

/** One value of a set in words, for showing a gap or an overlap. */
export function sampleOf(input: RatingInput, set: ValueSet): string {
  for (let index = 0; index < knownValues(input); index += 1) {
    if ((set & bit(index)) !== 0n) return input.type === 'number' ? String(index) : (input.options[index]?.value ?? '');
  }
  return NOT_KNOWN;
}
