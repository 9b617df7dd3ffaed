import type { Releaser } from './facts/answer-facts';
import type { CodedFact } from './facts/sharing-question';
import type { CitedBasis } from './law/basis';
import type { ObligationCode } from './law/obligations';
import type { ReasonCode } from './reasons/reason-code';
import type { RedactionCode } from './rules/redaction-code';
import type { RuleId } from './rules/rule-id';

export type Outcome = 'PERMIT' | 'DENY' | 'REVIEW';
/** `withheld`: that there is something may be known, with agency, public code, releaser and due time; `absent`: not even that. */
export type Visibility = 'shown' | 'withheld' | 'absent';

/** One task of a REVIEW: each of these releasers must still answer this row. */
export interface ReviewTask {
  readonly rule: RuleId;
  readonly releasers: readonly Releaser[];
}

/** What the rules say to one question, with everything they rest on. Frozen: decisions are shared between equal questions. */
export interface SharingDecision {
  readonly outcome: Outcome;
  readonly visibility: Visibility;
  /** All reasons of all rows that applied, in table order. Show them through `reasonsAsRead`. */
  readonly reasons: readonly ReasonCode[];
  /** On PERMIT only, entries in force only. */
  readonly lawfulBasis: readonly CitedBasis[];
  readonly obligations: readonly ObligationCode[];
  readonly redactions: readonly RedactionCode[];
  /** The deciding rule: the first row, in table order, with the final outcome. */
  readonly rule: RuleId;
  /** Rule set, pack settings and legal frame. */
  readonly version: string;
  /** On REVIEW only: who must answer, each once. */
  readonly releasers: readonly Releaser[];
  /** On REVIEW only: one task for each row. */
  readonly reviews: readonly ReviewTask[];
  /** The needed facts that nobody could supply within their clock (R-GATE-02). */
  readonly unknownFacts: readonly CodedFact[];
  /** Rows that a releaser's yes or an override struck. Their obligations and redactions stand. */
  readonly struck: readonly RuleId[];
}
