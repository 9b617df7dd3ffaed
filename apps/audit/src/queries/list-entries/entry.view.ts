import { AuditRecordedV1 } from '@mash/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { ChainedRow } from '../../domain/chained-row';

/** One entry as a page shows it: who did what to which record, why, and where it stands in the log. There is no content in it. */
export const EntryView = AuditRecordedV1.data.omit({ rows: true }).extend({
  seq: z.number().int().positive().describe('Number in the log of the partnership'),
  hash: z.string().describe('Hash of this link of the chain'),
});
export type EntryView = z.infer<typeof EntryView>;

export class EntriesPage extends createZodDto(
  z.object({ entries: z.array(EntryView), page: z.number().int(), hasMore: z.boolean() }),
) {}

const Kept = z.object({ data: AuditRecordedV1.data });

/** @throws ZodError for a row that is no entry: the search never gives one */
export function viewOf({ content, seq, hash }: ChainedRow): EntryView {
  return { ...Kept.parse(JSON.parse(content)).data, seq, hash };
}
