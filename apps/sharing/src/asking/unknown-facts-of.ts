import type { DecisionRow } from './sharing-decision.repository';

type Kept = Pick<DecisionRow, 'factVersions' | 'threshold' | 'consent'>;

/**
 * Names of the facts that nobody could supply to a decision, as they were kept with it: of an item, whose own facts lie in an envelope, only those
 * that others supply. What was kept before names were tells of those that stand beside the decision.
 */
export function unknownFactsOf({ factVersions, threshold, consent }: Kept): readonly string[] {
  const kept = factVersions['unknown'];
  if (Array.isArray(kept)) return kept.filter((fact) => typeof fact === 'string');
  return Object.entries({ threshold, consent }).flatMap(([fact, said]) => (said === 'unknown' ? [fact] : []));
}
