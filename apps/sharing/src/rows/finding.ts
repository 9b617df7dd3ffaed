import type { RowFinding } from '@mash/contracts';

/** A row, or an attestation, that is not what the application made. */
export type Finding = RowFinding & {
  /** Null where that cannot be told, and of what belongs to all of them. */
  readonly partnershipId: string | null;
  /** Of the row as it stood, where it stood: whether it is still what somebody acknowledged. */
  readonly hash?: string | undefined;
};
