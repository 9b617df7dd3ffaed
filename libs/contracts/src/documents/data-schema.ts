import { z } from 'zod';
import type { EventContract } from '../core/define-event';

/** A JSON Schema as plain data. */
export type JsonSchema = Record<string, unknown>;

/** JSON Schema (draft 7, which AsyncAPI reads) of what may be put into a contract: its input side. */
export function dataSchemaOf({ data }: Pick<EventContract, 'data'>): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(data, { io: 'input', target: 'draft-7' });
  return schema;
}
