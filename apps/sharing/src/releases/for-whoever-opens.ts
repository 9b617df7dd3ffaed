import type { EnquiryFacts } from '../asking/enquiry-facts';
import type { Admitted } from './release-gate';

/**
 * Facts for a question that is decided again while nobody looks: a holder has just answered. Whoever opens the thing later is asked for their
 * own access then, so that here it stands for a recipient who may look at all.
 */
export const forWhoeverOpens = (facts: EnquiryFacts): EnquiryFacts => ({
  ...facts,
  decision: { ...facts.decision, access: 'ordinary' },
});

/**
 * Whoever puts together what others will read is named on the enquiry for themselves: what only the named may read (R-SAFE-01) is left out of it.
 */
export const forItsRecipient = (admitted: Admitted): Admitted =>
  admitted.facts.decision.access === 'named' ? { ...admitted, facts: forWhoeverOpens(admitted.facts) } : admitted;
