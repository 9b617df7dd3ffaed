import type { EnquiryFacts } from '../asking/enquiry-facts';

/**
 * Facts for a question that is decided again while nobody looks: a holder has just answered. Whoever opens the thing later is asked for their
 * own access then, so that here it stands for a recipient who may look at all.
 */
export const forWhoeverOpens = (facts: EnquiryFacts): EnquiryFacts => ({
  ...facts,
  decision: { ...facts.decision, access: 'ordinary' },
});
