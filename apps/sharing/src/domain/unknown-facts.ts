import type { KnownFacts } from './compose-question';

/** The statutory minimum, for the clocks of a question whose own pack nobody can tell. */
const FALLBACK_PACK = { id: 'england', version: '2026.1' } as const;

/** What is known of an enquiry whose owner cannot be had: nothing. The rules then ask a human. */
export const unknownIntake = (enquiryId: string, now: Date): KnownFacts['intake'] => ({
  ...{ enquiryId, rosterVersion: 0, asOf: now.toISOString(), urgent: true, referrerKind: 'professional' },
  ...{ people: [], siblingBorn: false, allegedPerpetratorKnown: true, isUnknown: true },
});

/** The same for threshold, rating and pack. */
export const unknownDecision = (enquiryId: string, partnershipId: string, now: Date): KnownFacts['decision'] => ({
  ...{ enquiryId, partnershipId, threshold: 'unknown', thresholdVersion: 0, ratingVersion: 0 },
  ...{ urgent: true, protectionOpen: false, pack: FALLBACK_PACK, asOf: now.toISOString() },
});
