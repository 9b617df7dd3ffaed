import type { ReasonCode, RestsOn } from '../decision';

/** Reasons by which a PERMIT below section 47 rests on what a person agreed to. */
const ON_AGREEMENT: readonly ReasonCode[] = ['CONSENT_GIVEN', 'CHILD_AGREES'];

/**
 * What an earlier PERMIT rested on (rule book section 1, `rests_on`): the person's agreement, or something else, such as section 47, a
 * ground for not seeking, or a releaser's yes against a refusal.
 */
export const restsOnOf = (reasonsOfPermit: readonly string[]): RestsOn =>
  ON_AGREEMENT.some((reason) => reasonsOfPermit.includes(reason)) ? 'agreement' : 'other';
