import { londonDayOf } from '@mash/clocks';
import type { RecordPersonFacts, StatedFact } from '@mash/contracts';

export interface RecordedFact extends Omit<RecordPersonFacts, 'judgedAt'> {
  readonly personId: string;
  /** When it was judged; where nobody said, when it was written down. */
  readonly judgedAt?: Date | undefined;
  readonly statedBy: string;
  readonly statedAt: Date;
  /** It may have been meant of, or name, another of the roster: only what closes is left of it. */
  readonly isUnclear?: boolean;
}

/** What is on record of one person: of each fact the newest statement, with who made it and when it was judged. */
export type RecordedFacts = Pick<
  RecordPersonFacts,
  'competence' | 'objects' | 'dispute' | 'parentalResponsibilityProven'
> & {
  readonly stated: readonly StatedFact[];
  /** Whose parental responsibility for this person is proven. */
  readonly provenParents: readonly string[];
  /** Whose turned out not to be proven. */
  readonly disprovedParents: readonly string[];
  /** Of whom, or of another, it was said since that it is not proven. */
  readonly doubtedParents: readonly string[];
};

export const judgedAtOf = ({ judgedAt, statedAt }: RecordedFact): Date => judgedAt ?? statedAt;

/** Whether a child can decide for themselves is judged by a professional who knows them, or by a court; nobody else's word counts. */
const judgesCompetence = ({ saidBy }: RecordedFact): boolean => saidBy === 'professional' || saidBy === 'court_order';

const dayOf = (statement: RecordedFact): string => londonDayOf(judgedAtOf(statement));

/**
 * What somebody judged, or said of themselves, goes by the day on which they did: people say a day, and of one day what was written down later counts. An
 * older finding that is written down late takes nothing back.
 * @param said oldest first, as they were written down
 */
const lastJudged = (said: readonly RecordedFact[]): RecordedFact | undefined =>
  said.reduce<RecordedFact | undefined>(
    (last, one) => (last !== undefined && dayOf(one) < dayOf(last) ? last : one),
    undefined,
  );
const lastWritten = (said: readonly RecordedFact[]): RecordedFact | undefined => said.at(-1);

/** Of each parent the newest statement: what was proven may turn out not to be. A doubt stands until something is said of them for certain. */
function parentsOf(own: readonly RecordedFact[]) {
  const newest = new Map<string, boolean>();
  const doubted = new Set<string>();
  for (const { parentId, parentalResponsibilityProven: isProven, isUnclear } of own) {
    if (parentId === undefined || isProven === undefined) continue;
    if (isUnclear === true) doubted.add(parentId);
    else {
      newest.set(parentId, isProven);
      doubted.delete(parentId);
    }
  }
  const those = (wanted: boolean) => [...newest].flatMap(([id, isProven]) => (isProven === wanted ? [id] : []));
  return { provenParents: those(true), disprovedParents: those(false), doubtedParents: [...doubted] };
}

/** Folds what was put on record of one person, oldest first, into what stands. A statement that leaves a fact out leaves it as it was. */
export function recordedFactsOf(own: readonly RecordedFact[]): RecordedFacts {
  const newest = <T>(
    fact: StatedFact['fact'],
    read: (statement: RecordedFact) => T | undefined,
    lastOf = lastWritten,
  ) => {
    const statement = lastOf(own.filter((one) => read(one) !== undefined));
    if (statement === undefined) return { value: undefined, stated: [] };
    const at = judgedAtOf(statement).toISOString();
    const recordedAt = statement.statedAt.toISOString();
    return { value: read(statement), stated: [{ fact, by: statement.statedBy, at, recordedAt }] };
  };
  const ofWhoeverSpeaks = (one: RecordedFact) =>
    one.parentId === undefined ? one.parentalResponsibilityProven : undefined;
  const competence = newest('competence', (one) => (judgesCompetence(one) ? one.competence : undefined), lastJudged);
  const objects = newest('objects', (one) => one.objects, lastJudged);
  const dispute = newest('dispute', (one) => one.dispute);
  const responsibility = newest('parental_responsibility', ofWhoeverSpeaks);
  const ofAnybody = newest('parental_responsibility', (one) => one.parentalResponsibilityProven);
  return {
    ...(competence.value !== undefined && { competence: competence.value }),
    ...(objects.value !== undefined && { objects: objects.value }),
    ...(dispute.value !== undefined && { dispute: dispute.value }),
    ...(responsibility.value !== undefined && { parentalResponsibilityProven: responsibility.value }),
    stated: [competence, objects, dispute, ofAnybody].flatMap(({ stated }) => stated),
    ...parentsOf(own),
  };
}
