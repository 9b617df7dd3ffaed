import type { RuleRow } from '../rules/rule-row';

/** What a partnership's pack may set (rows marked +p whose other value the book states). */
export interface SharingPackSettings {
  /** R-AGR-03 from 30 September 2026: a gap between bound bodies is REVIEW, or PERMIT with a gap notice. */
  readonly agreementGap: 'review' | 'permit';
}

export const DEFAULT_PACK_SETTINGS: SharingPackSettings = { agreementGap: 'review' };

/** The rule book as this pack has it. */
export function withPackSettings(rules: readonly RuleRow[], settings: SharingPackSettings): readonly RuleRow[] {
  if (settings.agreementGap === 'review') return rules;
  return rules.map((row) => (row.id === 'R-AGR-03' ? { ...row, from: 'PERMIT' } : row));
}
