import type { BasisChange } from '../law/basis';
import type { Releaser } from '../facts/answer-facts';
import type { DataClass } from '../facts/item-facts';
import type { ObligationCode } from '../law/obligations';
import type { ReasonCode } from '../reasons/reason-code';
import type { Condition } from './condition';
import type { RedactionCode } from './redaction-code';
import type { RowId, RuleId } from './rule-id';

/** `-` gives no outcome, only what the row adds; a list of releasers is REVIEW by all of them. */
export type Effect = 'PERMIT' | 'DENY' | '-' | { readonly review: readonly Releaser[] };

/** An effect, or the first case that holds ("P if BB and need yes, else R(M)"). */
export type EffectSpec =
  | Effect
  | { readonly cases: readonly { readonly when: Condition; readonly effect: Effect }[]; readonly otherwise: Effect };

/** Which rows a row marked * silences: those of families CONS, THR and AGR. */
export type RuleFamily =
  | 'PROT'
  | 'GATE'
  | 'PUR'
  | 'NEC'
  | 'ID'
  | 'BAR'
  | 'HOLD'
  | 'SRC'
  | 'DET'
  | 'KIND'
  | 'AGE'
  | 'PAR'
  | 'CONS'
  | 'THR'
  | 'EX'
  | 'SAFE'
  | 'THIRD'
  | 'BODY'
  | 'XB'
  | 'ENC'
  | 'FB'
  | 'SAR'
  | 'AGR'
  | 'REG'
  | 'OVR';

/** s settled, j judgement (safe default), L ask a lawyer. */
export type Confidence = 's' | 'j' | 'L';

/** One row, or one part of a slashed row, of the rule book. */
export interface RuleRow {
  readonly id: RuleId;
  /** The row of the book that this is, or is a part of. */
  readonly row: RowId;
  readonly family: RuleFamily;
  readonly when: Condition;
  readonly before: EffectSpec;
  readonly from: EffectSpec;
  readonly visibility?: 'absent';
  /** The row is marked *: it silences families CONS, THR and AGR. */
  readonly silences?: true;
  readonly reasons: readonly ReasonCode[];
  readonly bases?: BasisChange;
  readonly obligations?: readonly ObligationCode[];
  readonly redactions?: readonly RedactionCode[];
  /** The row reads the item's class as this one before any other row is tried. */
  readonly readsClass?: DataClass;
  /** A valid override may strike it (rule book section 6). */
  readonly overridable?: true;
  readonly source: string;
  readonly confidence: Confidence;
  /** A pack may set it. */
  readonly pack?: true;
  /** The REVIEW is to be answered on the day on which it is raised, whatever the colour's clock. */
  readonly answeredBy?: 'the same day';
  /** What a reader should know: a reading chosen, or a silence filled. */
  readonly note?: string;
}
