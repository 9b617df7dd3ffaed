import { isReadByAll, releasersAsRead, ruleAsRead } from './cause-hidden';
import type { Releaser } from './facts/answer-facts';
import type { ObligationCode } from './law/obligations';
import type { PublicReason } from './reasons/reasons-as-read';
import { reasonsAsRead } from './reasons/reasons-as-read';
import type { RuleId } from './rules/rule-id';
import type { Outcome, SharingDecision, Visibility } from './sharing-decision';

/** A decision without the cause that only the holder may read. */
export interface DecisionAsRead {
  readonly outcome: Outcome;
  readonly visibility: Visibility;
  readonly reasons: readonly PublicReason[];
  /** Hidden where the row's own reason is hidden: its id would tell. */
  readonly rule: RuleId | 'hidden';
  readonly releasers: readonly Releaser[];
  readonly obligations: readonly ObligationCode[];
}

/** Decisions are frozen and shared between equal questions: what others read of one is worked out once. */
const forOthers = new WeakMap<SharingDecision, DecisionAsRead>();

/**
 * What a reader may see of a decision: nothing at all where it is absent to them (undefined), and HOLD or WITHHELD in place
 * of a cause that only the holder may read.
 */
export function decisionAsRead(decision: SharingDecision, reader: 'holder' | 'other'): DecisionAsRead | undefined {
  if (reader === 'holder') return asTheHolderReads(decision);
  if (decision.visibility === 'absent') return undefined;
  const known = forOthers.get(decision) ?? asOthersRead(decision);
  forOthers.set(decision, known);
  return known;
}

function asTheHolderReads(decision: SharingDecision): DecisionAsRead {
  const { outcome, visibility, rule, releasers, obligations } = decision;
  return { outcome, visibility, reasons: reasonsAsRead(decision.reasons, 'holder'), rule, releasers, obligations };
}

function asOthersRead({ outcome, visibility, reasons, rule, reviews, obligations }: SharingDecision): DecisionAsRead {
  return Object.freeze({
    ...{ outcome, visibility, reasons: reasonsAsRead(reasons, 'other'), rule: ruleAsRead(rule) },
    releasers: releasersAsRead(reviews),
    obligations: obligations.filter(isReadByAll),
  });
}
