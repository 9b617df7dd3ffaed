import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../documents/data-schema';

/** How a contract differs from what was released, as paths with what is the matter. Wording is not compared. */
export interface FrozenComparison {
  /** New optional fields: the version stays. */
  readonly additions: readonly string[];
  /** Anything else: readers of the old shape would go wrong, so it needs a new version. */
  readonly breaks: readonly string[];
}

const same: FrozenComparison = { additions: [], breaks: [] };
const addition = (what: string): FrozenComparison => ({ additions: [what], breaks: [] });
const broken = (what: string): FrozenComparison => ({ additions: [], breaks: [what] });
const together = (all: readonly FrozenComparison[]): FrozenComparison => ({
  additions: all.flatMap(({ additions }) => additions),
  breaks: all.flatMap(({ breaks }) => breaks),
});
const namesIn = (...all: object[]): string[] => [...new Set(all.flatMap((one) => Object.keys(one)))];
const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const propertiesOf = (schema: JsonSchema) => (schema['properties'] ?? {}) as Record<string, unknown>;
const isRequired = (schema: JsonSchema, field: string) =>
  ((schema['required'] ?? []) as readonly string[]).includes(field);

/** Compared field by field, or words for people. */
const APART = new Set(['properties', 'required', 'description']);

function compareValue(frozen: unknown, current: unknown, path: string): FrozenComparison {
  if (isObject(frozen) && isObject(current)) return compareSchema(frozen, current, path);
  if (Array.isArray(frozen) && Array.isArray(current) && frozen.length === current.length) {
    return together(frozen.map((one, index) => compareValue(one, current[index], `${path}[${index}]`)));
  }
  return isDeepStrictEqual(frozen, current) ? same : broken(`${path} changed`);
}

function compareField(frozen: JsonSchema, current: JsonSchema, field: string, path: string): FrozenComparison {
  const [before, after] = [propertiesOf(frozen)[field], propertiesOf(current)[field]];
  if (after === undefined) return broken(`${path} is gone`);
  if (before === undefined) {
    return isRequired(current, field) ? broken(`${path} is new and required`) : addition(`${path} is new and optional`);
  }
  const asked = isRequired(frozen, field) === isRequired(current, field);
  return together([
    asked ? same : broken(`${path} became ${isRequired(current, field) ? 'required' : 'optional'}`),
    compareValue(before, after, path),
  ]);
}

function compareSchema(frozen: JsonSchema, current: JsonSchema, path: string): FrozenComparison {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`);
  const keywords = namesIn(frozen, current).filter((name) => !APART.has(name));
  const fields = namesIn(propertiesOf(frozen), propertiesOf(current));
  return together([
    ...keywords.map((name) => compareValue(frozen[name], current[name], below(name))),
    ...fields.map((field) => compareField(frozen, current, field, below(field))),
  ]);
}

/** Compares a contract with its frozen file. A new code in a list breaks it too: a reader who does not know the code goes wrong. */
export const compareWithFrozen = (frozen: JsonSchema, current: JsonSchema): FrozenComparison =>
  compareSchema(frozen, current, '');
