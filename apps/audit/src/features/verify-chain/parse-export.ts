import { z } from 'zod';
import type { ChainedRow } from '../../domain/chained-row';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const ExportedRow = z.strictObject({
  partnershipId: z.string(),
  seq: z.number().int(),
  kind: z.enum(['entry', 'opaque']),
  identity: z.string(),
  content: z.string(),
  sequencedAt: z.string(),
  prev: Hash,
  hash: Hash,
});
const ExportedCheckpoint = z.strictObject({ checkpoint: z.string(), seq: z.number().int() });
const Line = z.union([ExportedRow, ExportedCheckpoint]);

export interface ParsedExport {
  readonly partnershipId: string;
  readonly rows: ChainedRow[];
  readonly checkpoints: { seq: number; statement: string }[];
}

/**
 * Reads an export of one partnership's log: a line of JSON for each link, then one for each signed head.
 * @throws Error naming the line that is neither, or where there is none at all
 */
export function parseExport(text: string): ParsedExport {
  const parsed: ParsedExport = { partnershipId: '', rows: [], checkpoints: [] };
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length === 0) throw new Error('There is no line in it: it proves nothing');
  lines.forEach((line, index) => {
    const read = Line.safeParse(jsonOf(line));
    if (!read.success) throw new Error(`Line ${index + 1} is no line of an export`);
    if ('checkpoint' in read.data) parsed.checkpoints.push({ seq: read.data.seq, statement: read.data.checkpoint });
    else parsed.rows.push(read.data);
  });
  return { ...parsed, partnershipId: parsed.rows[0]?.partnershipId ?? '' };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined; // reported with the number of its line
  }
}
