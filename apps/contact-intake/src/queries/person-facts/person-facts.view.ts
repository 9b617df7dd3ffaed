import type { PersonFacts } from '@mash/contracts';
import { PRESUMED_COMPETENT } from '../../domain/intake-facts';
import type { FactKind } from '../../domain/fact-kind-of';
import { monthsBefore } from '../../domain/months-before';
import { judgedAtOf, recordedFactsOf, type RecordedFact } from '../../domain/recorded-facts';
import type { PersonFactRecord } from '../../persistence/person-fact.record';

type Recorded = PersonFacts['recorded'][number];
interface RecordedOf {
  readonly one: PersonFactRecord;
  readonly isUnclear: boolean;
}

/** A finding on competence counts for six months (rule book section 1): a child grows. */
const COMPETENCE_MONTHS = 6;

const recordedView = ({ one: record, isUnclear }: RecordedOf): Recorded => ({
  factId: record.factId,
  competence: record.competence,
  objects: record.objects,
  dispute: record.dispute,
  parentalResponsibilityProven: record.parentalResponsibilityProven,
  parentId: record.parentId,
  saidBy: record.saidBy,
  judgedBy: record.judgedBy,
  judgedAt: judgedAtOf(record).toISOString(),
  recordedBy: record.statedBy,
  recordedAt: record.statedAt.toISOString(),
  ...(isUnclear && { mayBeOfAnother: true as const }),
});

/** @param stated what stands on record of the person @param recorded as it was put there, oldest first */
export function personFactsView(
  stated: readonly RecordedFact[],
  recorded: readonly RecordedOf[],
  { kind, now }: { kind: FactKind; now: Date },
): PersonFacts {
  const stands = recordedFactsOf(stated);
  const judgedAt = stands.stated.find(({ fact }) => fact === 'competence')?.at;
  const isStale = judgedAt !== undefined && new Date(judgedAt) <= monthsBefore(now, COMPETENCE_MONTHS);
  const counts = isStale ? undefined : stands.competence;
  return {
    standing: {
      kind,
      competence: counts ?? (PRESUMED_COMPETENT.includes(kind) ? 'yes' : 'not_assessed'),
      competenceJudgedAt: judgedAt,
      competenceStale: isStale,
      objects: stands.objects ?? false,
      dispute: stands.dispute ?? 'none',
      parentalResponsibilityProven: stands.parentalResponsibilityProven ?? false,
      provenParents: [...stands.provenParents],
    },
    recorded: recorded.map(recordedView).reverse(),
  };
}
