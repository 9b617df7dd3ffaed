import { AuditRecordedV1, type AuditEntryView } from '@mash/contracts';
import { z } from 'zod';
import type { ChainedRow } from '../../domain/chained-row';

const Kept = z.object({ data: AuditRecordedV1.data });

/** @throws ZodError for a row that is no entry: the search never gives one */
export function viewOf({ content, seq, hash }: ChainedRow): AuditEntryView {
  return { ...Kept.parse(JSON.parse(content)).data, seq, hash };
}
