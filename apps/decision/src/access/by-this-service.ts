import type { EventContext } from '@mash/messaging';

interface About {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/** How this service stands in events and audit entries of what it does itself. */
export const THIS_SERVICE = { id: 'decision', kind: 'system' } as const;

/** The frame of an event that this service causes, in its own name. */
export const byThisService = ({ enquiryId, partnershipId }: About, at: Date, causationId?: string): EventContext => ({
  partnershipId,
  correlationId: enquiryId,
  actor: THIS_SERVICE,
  occurredAt: at,
  ...(causationId !== undefined && { causationId }),
});
