import type { MentionedPerson } from '@mash/contracts';
import { mentionFrom } from './mention-from';
import type { Roster } from './roster';

/** The roster as a contact leaves it: version 1, unconfirmed, nobody looked up. `mint` gives one id for each person. */
export function beginRoster(
  enquiry: { readonly enquiryId: string; readonly partnershipId: string },
  people: readonly MentionedPerson[],
  mint: () => string,
): Roster {
  const householdId = mint();
  const mentions = people.map((said) => mentionFrom(said, 'contact', { personId: mint(), householdId }));
  return { ...enquiry, version: 1, confirmed: false, householdId, mentions };
}
