import { purposeOfThreshold, type PersonKind, type Purpose, type ThresholdLevel } from '@mash/contracts';

/** What is told, or answered to, and asked of nobody (rule book section 1, `purpose`). */
export const NEVER_ASKED: readonly Purpose[] = ['ENCOMPASS', 'INFORM', 'FEEDBACK', 'SAR'];

/**
 * What an agency can be asked for in an enquiry, first the work that its threshold opens. A strategy discussion needs section 47; work for an
 * adult at risk an adult; evidence is another purpose than protection, which holder and information governance look at (R-PUR-03). Purposes
 * outside the work of the hub are not offered: the rules refuse them (R-PUR-02).
 */
export function purposesToAsk(threshold: ThresholdLevel, roster: readonly { readonly kind: PersonKind }[]): Purpose[] {
  return [
    purposeOfThreshold(threshold),
    ...(threshold === 's47' ? (['STRATEGY'] as const) : []),
    ...(['DA', 'MISSING'] as const),
    ...(roster.some(({ kind }) => kind === 'adult') ? (['ADULT_RISK'] as const) : []),
    'EVIDENCE',
  ];
}
