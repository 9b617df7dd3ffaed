import type { ChainedRow } from '../../domain/chained-row';
import type { KeptCheckpoint } from '../../persistence/checkpoint.store';

/** One link as a line of an export: what is hashed and its hash, and nothing that could be derived from it. */
export function exportedRow({
  partnershipId,
  seq,
  kind,
  identity,
  content,
  sequencedAt,
  prev,
  hash,
}: ChainedRow): string {
  return `${JSON.stringify({ partnershipId, seq, kind, identity, content, sequencedAt, prev, hash })}\n`;
}

export function exportedCheckpoint({ seq, statement }: KeptCheckpoint): string {
  return `${JSON.stringify({ seq, checkpoint: statement })}\n`;
}
