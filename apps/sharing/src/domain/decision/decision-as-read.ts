import type { Releaser } from './facts/answer-facts';
import { REASON_CATALOGUE } from './reasons/reason-catalogue';
import type { ReasonCode } from './reasons/reason-code';
import type { PublicReason } from './reasons/reasons-as-read';
import { reasonsAsRead } from './reasons/reasons-as-read';
import { RULE_BOOK } from './rules/rule-book';
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
}

const isHidden = (reason: ReasonCode): boolean => REASON_CATALOGUE[reason].readsAs !== undefined;
const HIDDEN_RULES: ReadonlySet<RuleId> = new Set(
  RULE_BOOK.filter(({ reasons }) => reasons.some(isHidden)).map(({ id }) => id),
);

/**
 * What a reader may see of a decision: nothing at all where it is absent to them (undefined), and HOLD or WITHHELD in place
 * of a cause that only the holder may read.
 */
export function decisionAsRead(decision: SharingDecision, reader: 'holder' | 'other'): DecisionAsRead | undefined {
  if (decision.visibility === 'absent' && reader === 'other') return undefined;
  const { outcome, visibility, releasers } = decision;
  const rule = reader === 'other' && HIDDEN_RULES.has(decision.rule) ? 'hidden' : decision.rule;
  return { outcome, visibility, reasons: reasonsAsRead(decision.reasons, reader), rule, releasers };
}
