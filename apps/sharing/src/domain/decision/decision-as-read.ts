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

/**
 * What a reader may see of a decision: nothing at all where it is absent to them (undefined), and HOLD or WITHHELD in place
 * of a cause that only the holder may read.
 */
export function decisionAsRead(decision: SharingDecision, reader: 'holder' | 'other'): DecisionAsRead | undefined {
  if (decision.visibility === 'absent' && reader === 'other') return undefined;
  const { outcome, visibility, rule, releasers, obligations } = decision;
  const reasons = reasonsAsRead(decision.reasons, reader);
  if (reader === 'holder') return { outcome, visibility, reasons, rule, releasers, obligations };
  return {
    ...{ outcome, visibility, reasons, rule: ruleAsRead(rule) },
    releasers: releasersAsRead(decision.reviews),
    obligations: obligations.filter(isReadByAll),
  };
}
