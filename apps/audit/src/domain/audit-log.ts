import type { ChainedRow, Head } from './chained-row';
import type { EntryQuery } from './entry-query';
import type { Sequenceable } from './sequenceable';

export interface AppendResult {
  readonly sequenced: number;
  /** Entries that were there already: a relay sends at least once. */
  readonly duplicates: number;
}

/**
 * The tamper-evident log of each partnership. Everything outside asks for no more than this, so that a Merkle log (RFC 9162)
 * can take the place of the hash chain: `Head` is then its tree head, and `walk` its leaves.
 */
export interface AuditLog {
  /** Sequences entries in this order, each once, in one commit. One writer for each partnership at a time. */
  append(partnershipId: string, entries: readonly Sequenceable[], now: Date): Promise<AppendResult>;
  head(partnershipId: string): Promise<Head | undefined>;
  heads(): Promise<Head[]>;
  /** Every partnership that has a log, or of whose log a head was signed. */
  partnerships(): Promise<string[]>;
  /** Newest first. */
  find(partnershipId: string, query: EntryQuery): Promise<ChainedRow[]>;
  /** Every link after that number, in order, read in portions. */
  walk(partnershipId: string, after?: number): AsyncIterable<ChainedRow>;
}

export const AUDIT_LOG = Symbol('AUDIT_LOG');
