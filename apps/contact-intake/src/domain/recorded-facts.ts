import type { RecordPersonFacts } from '@mash/contracts';

export interface RecordedFact extends RecordPersonFacts {
  readonly personId: string;
}

/** What is on record of one person: of each fact the newest statement. */
export type RecordedFacts = Omit<RecordPersonFacts, 'saidBy'>;

/** Folds statements, oldest first, into what stands. A statement that leaves a fact out leaves it as it was. */
export function recordedFactsOf(personId: string, statements: readonly RecordedFact[]): RecordedFacts {
  const stands: RecordedFacts = {};
  for (const { personId: about, competence, objects, dispute, parentalResponsibilityProven } of statements) {
    if (about !== personId) continue;
    if (competence !== undefined) stands.competence = competence;
    if (objects !== undefined) stands.objects = objects;
    if (dispute !== undefined) stands.dispute = dispute;
    if (parentalResponsibilityProven !== undefined) stands.parentalResponsibilityProven = parentalResponsibilityProven;
  }
  return stands;
}
