import { purposeOfThreshold, type DecisionFacts, type Purpose } from '@mash/contracts';
import type { Audience } from '../decision';

type Threshold = DecisionFacts['threshold'] | 'unknown';

const LEVELS: readonly Threshold[] = ['none', 'early_help', 's17', 's47'];
/** What a purpose needs, where it needs something (rule row R-PUR-01). */
const NEEDS: Readonly<Partial<Record<Purpose, Threshold>>> = { S17: 's17', S47: 's47', STRATEGY: 's47' };

/** While nobody can tell the threshold, the hub screens: the least of its purposes. */
export const purposeOfWork = (threshold: Threshold): Purpose =>
  purposeOfThreshold(threshold === 'unknown' ? 'none' : threshold);

/**
 * The purpose recorded with a request, as the threshold carries it today: once a qualified person has judged a lower one, what was answered is read
 * for the work that is left, under the stricter rules of that work.
 */
export function purposeCarried(recorded: Purpose, threshold: Threshold): Purpose {
  const needed = NEEDS[recorded];
  if (needed === undefined || threshold === 'unknown') return recorded;
  return LEVELS.indexOf(threshold) < LEVELS.indexOf(needed) ? purposeOfWork(threshold) : recorded;
}

/** What leaves the hub has the purpose of what is made of it, and for whom: a letter to the referrer is feedback, a handover is help or protection. */
export function purposeOfTelling(audience: Audience, threshold: Threshold): Purpose {
  if (audience.startsWith('referrer_')) return 'FEEDBACK';
  if (audience === 'parent') return 'INFORM';
  if (audience === 'subject') return 'SAR';
  const work = purposeOfWork(threshold);
  // Screening is the hub's own work, and nobody else's: whoever is handed a case is to help.
  return audience === 'team_eh' || work === 'SCREEN' ? 'EH' : work;
}

/** Outside purposes, and evidence, are refused or looked at whoever states them, also of what the hub received itself (R-PUR-02, R-PUR-03). */
const NEVER_OVERLOOKED: readonly Purpose[] = ['EVIDENCE', 'IMMIGRATION', 'LITIGATION', 'PUBLICITY'];

/** Where more is asked than the purposes on record, the caller's own is another that has to be allowed; it takes the place of none. */
export function withStated(onRecord: readonly Purpose[], stated: Purpose | undefined, isOwnRecord: boolean): Purpose[] {
  const isOverlooked = stated === undefined || (isOwnRecord && !NEVER_OVERLOOKED.includes(stated));
  return [...new Set([...onRecord, ...(isOverlooked ? [] : [stated])])];
}
