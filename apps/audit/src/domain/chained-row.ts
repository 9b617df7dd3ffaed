import type { Link } from './chain';
import type { SearchFields } from './sequenceable';

/** One row of the log as it is kept and exported. */
export interface ChainedRow extends Link {
  readonly hash: string;
  /** The columns that searches go by; left out of an export, where only the content counts. */
  readonly search?: SearchFields | null;
}

/** The end of a chain: how many links there are and what the last one's hash is. */
export interface Head {
  readonly partnershipId: string;
  readonly seq: number;
  readonly hash: string;
}
