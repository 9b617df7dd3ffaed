import type { FactName } from './sharing-question';

/** Where a fact came from, and which version of it the decision rests on. */
export interface FactRecord {
  readonly fact: FactName;
  readonly source: string;
  readonly author: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly version: number;
}

/** Kept beside a question and stored with its decision. */
export type FactRecords = readonly FactRecord[];
