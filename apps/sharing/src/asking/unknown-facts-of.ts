import type { DecisionRow } from './sharing-decision.repository';

type Kept = Pick<DecisionRow, 'factVersions' | 'threshold' | 'consent'>;

/**
 * Names of the facts that nobody could supply to a decision. Those of a line that was asked for are kept with it; of an item, whose facts lie in an
 * envelope, only those are named that stand beside the decision anyway.
 */
export function unknownFactsOf({ factVersions, threshold, consent }: Kept): readonly string[] {
  const kept = factVersions['unknown'];
  if (Array.isArray(kept)) return kept.filter((fact) => typeof fact === 'string');
  return Object.entries({ threshold, consent }).flatMap(([fact, said]) => (said === 'unknown' ? [fact] : []));
}
