import type { YesNo } from './body-facts';

/** What the sharing agreements say of this question: the result of `matchAgreement`. */
export const AGREEMENT_STATES = [
  'exc_allow',
  'exc_deny',
  'default_allow',
  'default_deny',
  'past_review',
  'not_started',
  'expired',
  'stopped',
  'none',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** With no match: what alone kept a line from matching. */
export const UNCOVERED = ['none', 'category', 'purpose', 'both'] as const;
export type Uncovered = (typeof UNCOVERED)[number];

/** How long past its review day an allow is: within the pack's days (assumed: 90), or later. */
export const OVERDUES = ['within', 'later'] as const;
export type Overdue = (typeof OVERDUES)[number];

/** What is wrong with the basis of the matched agreement line (R-REG-01), if anything. */
export const LINE_FAULTS = ['none', 'rli_public', 'consent_basis', 'clash'] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

export interface AgreementFacts {
  readonly agreement: AgreementState;
  readonly uncovered: Uncovered;
  readonly overdue: Overdue;
  /** The agreement releases onward, in advance, to this audience. */
  readonly standingRelease: YesNo;
  readonly lineFault: LineFault;
}
