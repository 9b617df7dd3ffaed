import type { ReasonCode } from '../reasons/reason-code';
import type { RuleId } from '../rules/rule-id';

/**
 * Who answers a REVIEW (rule book section 2, point 7): H holder, M hub manager, S the holder's safeguarding lead, L legal,
 * A adoption agency, IG information governance.
 */
export const RELEASERS = ['H', 'M', 'S', 'L', 'A', 'IG'] as const;
export type Releaser = (typeof RELEASERS)[number];

/** One releaser's yes to one row, for this item and recipient only. */
export interface ReleaserYes {
  readonly rule: RuleId;
  readonly by: Releaser;
}

export const OVERRIDE_GROUNDS = ['OV_LIFE', 'OV_HARM', 'OV_SILENT', 'OV_WELFARE'] as const;
export type OverrideGround = (typeof OVERRIDE_GROUNDS)[number];

/** A permitted manager's override of one item for one recipient; the written reason is sealed and stays with the service. */
export interface Override {
  readonly grounds: readonly OverrideGround[];
  readonly strikes: readonly ReasonCode[];
}

/** What people have already answered for this item and recipient. */
export interface AnswerFacts {
  readonly yeses: readonly ReleaserYes[];
  readonly override: Override | 'none';
}
