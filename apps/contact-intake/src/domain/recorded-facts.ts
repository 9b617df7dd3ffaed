import type { RecordPersonFacts, StatedFact } from '@mash/contracts';

export interface RecordedFact extends RecordPersonFacts {
  readonly personId: string;
  readonly statedBy: string;
  readonly statedAt: Date;
}

/** What is on record of one person: of each fact the newest statement, with who made it and when. */
export type RecordedFacts = Omit<RecordPersonFacts, 'saidBy'> & { readonly stated: readonly StatedFact[] };

/** Whether a child can decide for themselves is judged by a professional who knows them, or by a court; nobody else's word counts. */
const judgesCompetence = ({ saidBy }: RecordedFact): boolean => saidBy === 'professional' || saidBy === 'court_order';

/** Folds statements, oldest first, into what stands. A statement that leaves a fact out leaves it as it was. */
export function recordedFactsOf(personId: string, statements: readonly RecordedFact[]): RecordedFacts {
  const own = statements.filter((statement) => statement.personId === personId);
  const newest = <T>(fact: StatedFact['fact'], read: (statement: RecordedFact) => T | undefined) => {
    const statement = own.findLast((one) => read(one) !== undefined);
    if (statement === undefined) return { value: undefined, stated: [] };
    return { value: read(statement), stated: [{ fact, by: statement.statedBy, at: statement.statedAt.toISOString() }] };
  };
  const competence = newest('competence', (one) => (judgesCompetence(one) ? one.competence : undefined));
  const objects = newest('objects', (one) => one.objects);
  const dispute = newest('dispute', (one) => one.dispute);
  const responsibility = newest('parental_responsibility', (one) => one.parentalResponsibilityProven);
  return {
    ...(competence.value !== undefined && { competence: competence.value }),
    ...(objects.value !== undefined && { objects: objects.value }),
    ...(dispute.value !== undefined && { dispute: dispute.value }),
    ...(responsibility.value !== undefined && { parentalResponsibilityProven: responsibility.value }),
    stated: [competence, objects, dispute, responsibility].flatMap(({ stated }) => stated),
  };
}
