import { canonicalJson } from './canonical-json';
import { GENESIS, hashOf } from './chain';
import type { ChainedRow } from './chained-row';
import { searchFieldsIn } from './read-message';

export type Fault =
  | 'HASH' /* the row was altered */
  | 'LINK' /* the row before it was replaced */
  | 'GAP' /* a row is missing */
  | 'ORDER' /* rows of two chains are mixed */
  | 'SEARCH' /* the columns that searches go by do not say what the entry says */
  | 'CHECKPOINT' /* the chain is not the one whose head was signed */
  | 'SIGNATURE' /* a checkpoint was not signed with the audit key */
  | 'SHORT'; /* a signed head lies beyond the end: the tail was cut off */

export interface Break {
  /** First link that is not as it was written. */
  readonly seq: number;
  readonly fault: Fault;
}

export interface ChainReport {
  /** Links that hold, from the first one. */
  readonly entries: number;
  readonly opaque: number;
  /** Hash of the last link that holds. */
  readonly head: string;
  /** The last signed head that the chain was found to agree with: of what comes after it nothing is proven. 0 where there was none. */
  readonly signedUpTo: number;
  readonly break: Break | undefined;
}

/** Follows one chain link by link, and stops at the first that does not hold. */
export class ChainVerifier {
  private seq: number;
  private prev: string;
  private opaque = 0;
  private found: Break | undefined;
  private partnershipId: string | undefined;

  /**
   * @param signedHeads hashes that signed checkpoints state, by seq
   * @param from the link after which to begin, where all before it is known to hold
   */
  constructor(
    private readonly signedHeads: ReadonlyMap<number, string> = new Map(),
    from: { seq: number; hash: string } = { seq: 0, hash: GENESIS },
  ) {
    [this.seq, this.prev] = [from.seq, from.hash];
  }

  /** Takes the next link. False once the chain has broken: there is nothing to learn from what follows. */
  take(row: ChainedRow): boolean {
    if (this.found !== undefined) return false;
    const fault = this.faultOf(row);
    if (fault !== undefined) {
      this.found = { seq: fault === 'GAP' ? this.seq + 1 : row.seq, fault };
      return false;
    }
    [this.seq, this.prev, this.partnershipId] = [row.seq, row.hash, row.partnershipId];
    if (row.kind === 'opaque') this.opaque += 1;
    return true;
  }

  /** What was found, once the last link has been taken. */
  report(): ChainReport {
    const furthest = Math.max(0, ...this.signedHeads.keys());
    if (this.found === undefined && furthest > this.seq) this.found = { seq: this.seq + 1, fault: 'SHORT' };
    const signedUpTo = Math.max(0, ...[...this.signedHeads.keys()].filter((seq) => seq <= this.seq));
    return { entries: this.seq, opaque: this.opaque, head: this.prev, signedUpTo, break: this.found };
  }

  private faultOf(row: ChainedRow): Fault | undefined {
    const { hash, search, ...link } = row;
    if (this.partnershipId !== undefined && row.partnershipId !== this.partnershipId) return 'ORDER';
    if (row.seq !== this.seq + 1) return 'GAP';
    if (row.prev !== this.prev) return 'LINK';
    if (hashOf(link) !== hash) return 'HASH';
    if (search !== undefined && canonicalJson(search) !== expectedSearch(row)) return 'SEARCH';
    const signed = this.signedHeads.get(row.seq);
    return signed === undefined || signed === hash ? undefined : 'CHECKPOINT';
  }
}

function expectedSearch(row: ChainedRow): string {
  return canonicalJson(row.kind === 'entry' ? (searchFieldsIn(row.content) ?? null) : null);
}
