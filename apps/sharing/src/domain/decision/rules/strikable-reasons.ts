import type { ReasonCode } from '../reasons/reason-code';
import { RULE_BOOK } from './rule-book';

/** The reasons that a valid override may name: those of the rows in the closing list of rule book section 6. */
export const STRIKABLE_REASONS: ReadonlySet<ReasonCode> = new Set(
  RULE_BOOK.filter(({ overridable }) => overridable).flatMap(({ reasons }) => reasons),
);
