import type { Releaser } from '../facts/answer-facts';
import type { SharingQuestion } from '../facts/sharing-question';
import type { BasisChange, CitedBasis } from '../law/basis';
import { citeBases } from '../law/cite-bases';
import type { FramePeriod } from '../law/frame-periods';
import type { RuleId } from '../rules/rule-id';
import type { Effect } from '../rules/rule-row';
import type { Outcome, ReviewTask, SharingDecision, Visibility } from '../sharing-decision';
import type { Fired, FiredRow } from './fire-rows';

/** The pseudo-row of section 2, point 5: nothing lawful to rest on, or no row that says anything. */
const NO_BASIS_RULE: RuleId = 'S2-BASES';
const NO_BASIS_TASK: ReviewTask = { rule: NO_BASIS_RULE, releasers: ['IG'] };

const HUB_OR_IG: ReadonlySet<string> = new Set(['hub_analyst', 'hub_manager', 'hub_holder', 'rep_joint', 'ig']);

const outcomeOf = (effect: Effect): Outcome | '-' => (typeof effect === 'string' ? effect : 'REVIEW');
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The first row, in table order, with the strictest outcome. A struck row no longer stands in the way: it permits. */
function decidingRow(rows: readonly FiredRow[]): { rule: RuleId; outcome: Outcome } | undefined {
  const standing = rows.filter(({ isStruck }) => !isStruck);
  for (const outcome of ['DENY', 'REVIEW', 'PERMIT'] as const) {
    const deciding = standing.find(({ effect }) => outcomeOf(effect) === outcome);
    if (deciding) return { rule: deciding.row.id, outcome };
  }
  const struck = rows.find(({ effect }) => outcomeOf(effect) !== '-');
  return struck && { rule: struck.row.id, outcome: 'PERMIT' };
}

/** Hub roles, information governance and an asker learn that there is something; a row may make it absent for all. */
function visibilityOf(q: SharingQuestion, outcome: Outcome, standing: readonly FiredRow[]): Visibility {
  if (outcome === 'PERMIT') return 'shown';
  if (standing.some(({ row }) => row.visibility === 'absent')) return 'absent';
  return q.mode === 'ask' || HUB_OR_IG.has(q.audience) ? 'withheld' : 'absent';
}

/** One task for each REVIEW row: those of its releasers who have not said yes. */
function reviewTasks(q: SharingQuestion, standing: readonly FiredRow[]): ReviewTask[] {
  return standing.flatMap(({ row, effect }) => {
    if (typeof effect === 'string') return [];
    const hasSaidYes = (by: Releaser): boolean => q.yeses.some((yes) => yes.rule === row.id && yes.by === by);
    return [{ rule: row.id, releasers: effect.review.filter((releaser) => !hasSaidYes(releaser)) }];
  });
}

interface Conclusion {
  readonly outcome: Outcome;
  readonly rule: RuleId;
  readonly lawfulBasis: readonly CitedBasis[];
  readonly lacksBasis: boolean;
}

function conclude(q: SharingQuestion, rows: readonly FiredRow[], period: FramePeriod): Conclusion {
  const deciding = decidingRow(rows);
  if (deciding !== undefined && deciding.outcome !== 'PERMIT')
    return { ...deciding, lawfulBasis: [], lacksBasis: false };
  const changes = rows.map(({ row }) => row.bases).filter((change): change is BasisChange => change !== undefined);
  const lawfulBasis = deciding === undefined ? [] : citeBases(q, changes, period);
  if (deciding !== undefined && lawfulBasis.length > 0) return { ...deciding, lawfulBasis, lacksBasis: false };
  return { outcome: 'REVIEW', rule: NO_BASIS_RULE, lawfulBasis: [], lacksBasis: true };
}

/** Puts the rows that applied together (rule book section 2, points 3 to 6). */
export function combineRows(
  { question, rows, unknownFacts }: Fired,
  period: FramePeriod,
  version: string,
): SharingDecision {
  const { outcome, rule, lawfulBasis, lacksBasis } = conclude(question, rows, period);
  const standing = rows.filter(({ isStruck }) => !isStruck);
  const open = outcome === 'REVIEW' ? reviewTasks(question, standing) : [];
  const reviews = lacksBasis ? [...open, NO_BASIS_TASK] : open;
  const reasons = standing.flatMap(({ row }) => row.reasons);
  return {
    outcome,
    visibility: visibilityOf(question, outcome, standing),
    reasons: unique(lacksBasis ? [...reasons, 'NO_BASIS'] : reasons),
    lawfulBasis,
    obligations: unique(rows.flatMap(({ row }) => row.obligations ?? [])),
    redactions: unique(rows.flatMap(({ row }) => row.redactions ?? [])),
    rule,
    version,
    releasers: unique(reviews.flatMap(({ releasers }) => releasers)),
    reviews,
    unknownFacts,
    struck: rows.filter(({ isStruck }) => isStruck).map(({ row }) => row.id),
  };
}
