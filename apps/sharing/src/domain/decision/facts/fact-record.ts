import type { FactName } from './sharing-question';

/** Where a fact came from. A newer version of the same fact reopens whatever decision rests on it. */
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

/** The facts of a decision that a newer version has overtaken: it must be decided again. */
export function overtakenFacts(decidedOn: FactRecords, newest: FactRecords): FactName[] {
  const versions = new Map(newest.map((record) => [record.fact, record.version]));
  return decidedOn.filter(({ fact, version }) => (versions.get(fact) ?? version) > version).map(({ fact }) => fact);
}
