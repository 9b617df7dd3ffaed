import type { Actor } from '@mash/authorisation';
import type { EventContext } from '@mash/messaging';

/** What an event's envelope says of who did it. The enquiry joins everything that comes of a contact. */
export const eventContext = (
  actor: Actor,
  partnershipId: string,
  enquiryId: string,
  occurredAt: Date,
): EventContext => ({
  partnershipId,
  correlationId: enquiryId,
  actor: { id: actor.id, kind: actor.kind, ...(actor.agencyId === undefined ? {} : { agencyId: actor.agencyId }) },
  occurredAt,
});
