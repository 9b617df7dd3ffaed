import type { z } from 'zod';

type Def = Record<string, unknown> & { type: string };
const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;
const isSchema = (value: unknown): value is z.ZodType => typeof value === 'object' && value !== null && '_zod' in value;

/** The schemas directly inside a schema, each with its step in the path. */
function partsOf(def: Def): [step: string, schema: z.ZodType][] {
  const shape = def['shape'] as Record<string, z.ZodType> | undefined;
  if (shape !== undefined) return Object.entries(shape);
  const single = ['element', 'innerType', 'in', 'valueType', 'left', 'right'].map((key) => [key, def[key]] as const);
  const many = ['options', 'items'].flatMap((key) => (Array.isArray(def[key]) ? (def[key] as unknown[]) : []));
  return [...single.map(([, value]) => value), ...many].filter(isSchema).map((schema) => ['', schema]);
}

/**
 * Paths of the objects inside a schema that would let unknown fields pass (`z.object` drops them without a word; `z.strictObject` refuses).
 *
 * @returns paths such as `children`; `(body)` for the outermost; empty when all are strict
 */
export function looseObjectsIn(schema: z.ZodType, path: string[] = [], seen = new Set<z.ZodType>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = defOf(schema);
  const isLoose = def.type === 'object' && (!isSchema(def['catchall']) || defOf(def['catchall']).type !== 'never');
  const here = isLoose ? [path.join('.') || '(body)'] : [];
  const below = partsOf(def).flatMap(([step, part]) =>
    looseObjectsIn(part, step === '' ? path : [...path, step], seen),
  );
  return [...here, ...below];
}
