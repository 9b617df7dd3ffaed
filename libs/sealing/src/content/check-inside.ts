import type { z } from 'zod';
import type { EnvelopeType } from '../envelope/envelope-ids';
import { fieldsOf } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import { INSIDE, type ContentOf, type FactsOf, type InsideSchemas } from './envelope-contents';

/**
 * Facts and content as this kind of envelope holds them. The sealer checks with it, and whoever opens checks again.
 * @throws SealRefusal SEAL.CONTENT_INVALID with the paths that are wrong
 */
export function checkInside<Type extends EnvelopeType>(
  typ: Type,
  facts: unknown,
  content: unknown,
  closer?: z.ZodType,
): { facts: FactsOf<Type>; content: ContentOf<Type> } {
  const schemas: InsideSchemas<Type> = INSIDE[typ];
  const checked = {
    facts: checkedWith(schemas.facts, facts, 'facts'),
    content: checkedWith(schemas.content, content, 'content'),
  };
  if (closer !== undefined) checkedWith(closer, checked.content, 'content');
  const disagreements = schemas.disagreements?.(checked.facts, checked.content) ?? [];
  if (disagreements.length > 0) throw new SealRefusal('SEAL.CONTENT_INVALID', disagreements);
  return checked;
}

function checkedWith<Value>(schema: z.ZodType<Value>, value: unknown, part: string): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const paths = fieldsOf(result.error).map((path) => `${part}.${path}`);
  throw new SealRefusal('SEAL.CONTENT_INVALID', paths.length === 0 ? [part] : paths);
}
