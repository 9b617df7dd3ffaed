import type { RowId, RuleId } from '../rules/rule-id';
import type { RuleRow } from '../rules/rule-row';

/** What a partnership's pack may set of the rule book (rows marked +p). A pack may be stricter than the book; looser only where the book itself says so. */
export interface SharingPackSettings {
  /** R-AGR-03 from 30 September 2026: a gap between bound bodies is REVIEW, or PERMIT with a gap notice. */
  readonly agreementGap: 'review' | 'permit';
  /** R-CONS-03: to a help team where nobody agreed to the service: REVIEW by a hub manager, or no at all. */
  readonly helpWithoutService: 'review' | 'deny';
  /** R-CONS-07 from that day: ordinary personal data between bound bodies, consent not sought and no ground: PERMIT, or REVIEW. */
  readonly noGroundBetweenBound: 'permit' | 'review';
  /** R-BODY-01: asking an unbound charity, nursery or landlord below section 47: REVIEW by a hub manager, or no at all. */
  readonly askingUnbound: 'review' | 'deny';
  /** R-AGR-06: days past its review in which an allow still stands. */
  readonly reviewGraceDays: number;
}

export const DEFAULT_PACK_SETTINGS: SharingPackSettings = {
  agreementGap: 'review',
  helpWithoutService: 'review',
  noGroundBetweenBound: 'permit',
  askingUnbound: 'review',
  reviewGraceDays: 90,
};

/** The setting of each row of the book that a pack may set. A row marked +p that is not here fails a test. */
export const SETTING_OF_ROW: Readonly<Partial<Record<RowId, keyof SharingPackSettings>>> = {
  'R-AGR-03': 'agreementGap',
  'R-CONS-03': 'helpWithoutService',
  'R-CONS-07': 'noGroundBetweenBound',
  'R-BODY-01': 'askingUnbound',
  'R-AGR-06': 'reviewGraceDays',
};

type Changed = Partial<Record<RuleId, (row: RuleRow) => RuleRow>>;

const deny = (row: RuleRow): RuleRow => ({ ...row, before: 'DENY', from: 'DENY' });

/** The rows that these settings change, and how. The days of R-AGR-06 are read where agreements are matched. */
const changesOf = (settings: SharingPackSettings): Changed => ({
  ...(settings.agreementGap === 'permit' && { 'R-AGR-03': (row) => ({ ...row, from: 'PERMIT' }) }),
  ...(settings.helpWithoutService === 'deny' && { 'R-CONS-03b': deny }),
  ...(settings.noGroundBetweenBound === 'review' && { 'R-CONS-07': (row) => ({ ...row, from: { review: ['M'] } }) }),
  ...(settings.askingUnbound === 'deny' && { 'R-BODY-01': deny }),
});

/** The rule book as this pack has it. */
export function withPackSettings(rules: readonly RuleRow[], settings: SharingPackSettings): readonly RuleRow[] {
  const changes = changesOf(settings);
  if (Object.keys(changes).length === 0) return rules;
  return rules.map((row) => changes[row.id]?.(row) ?? row);
}
