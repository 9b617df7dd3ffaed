import type { PersonActor } from '@mash/authorisation';
import type { EventContext } from '@mash/messaging';

interface About {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/** The frame of an event that a person caused: who it was is a record, never an authority. */
export const byPerson = (
  { enquiryId, partnershipId }: About,
  { id, agencyId }: PersonActor,
  at: Date,
): EventContext => ({
  partnershipId,
  correlationId: enquiryId,
  actor: { id, kind: 'person', agencyId },
  occurredAt: at,
});
