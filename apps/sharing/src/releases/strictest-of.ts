import type { Decided } from '../asking/sharing-desk';
import type { SharingDecision } from '../domain/decision';

const OUTCOMES: readonly SharingDecision['outcome'][] = ['PERMIT', 'REVIEW', 'DENY'];
const VISIBILITIES: readonly SharingDecision['visibility'][] = ['shown', 'withheld', 'absent'];

const strictness = ({ decision: { outcome, visibility } }: Decided): number =>
  OUTCOMES.indexOf(outcome) * VISIBILITIES.length + VISIBILITIES.indexOf(visibility);

/** The same question for several purposes: the strictest answer counts, and what any of them leaves out or owes goes with it. */
export function strictestOf(all: readonly [Decided, ...Decided[]]): Decided {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  const strictest = others.reduce((so, one) => (strictness(one) > strictness(so) ? one : so), first);
  const alike = all.filter(({ decision }) => decision.outcome === strictest.decision.outcome);
  const redactions = [...new Set(alike.flatMap(({ decision }) => decision.redactions))];
  const obligations = [...new Set(alike.flatMap(({ decision }) => decision.obligations))];
  return { ...strictest, decision: { ...strictest.decision, redactions, obligations } };
}
