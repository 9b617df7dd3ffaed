import type { EventActor } from '@mash/contracts';

/** What the envelope says beside the data. */
export interface EventContext {
  readonly partnershipId: string;
  readonly correlationId: string;
  /** A record of who did it, never an authority. */
  readonly actor: EventActor;
  /** The event that this one answers. */
  readonly causationId?: string;
  /** When it happened; now, where nothing is said. */
  readonly occurredAt?: Date;
}
