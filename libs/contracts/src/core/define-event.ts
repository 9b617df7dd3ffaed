import { z } from 'zod';

/** Who did the thing an event tells of. A record, never an authority: a reaction acts in its own service's name. */
export const EventActor = z.object({
  id: z.string().min(1).describe('Account id of a person, or client id of a system'),
  kind: z.enum(['person', 'system']).describe('Whether a person or a system did it'),
  agencyId: z.string().optional().describe('The agency the person or system acts for'),
});
export type EventActor = z.infer<typeof EventActor>;

/** The frame every event travels in. Ids, codes and times only; `data` is the contract's own part. */
export interface EventEnvelope<Data> {
  id: string;
  type: string;
  version: number;
  occurredAt: string;
  partnershipId: string;
  correlationId: string;
  causationId?: string | undefined;
  traceparent?: string | undefined;
  actor: EventActor;
  data: Data;
}

export interface EventContract<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly version: number;
  readonly topic: string;
  readonly key: (data: z.infer<Data>) => string;
  readonly data: Data;
}

export type EventOf<C extends EventContract> = EventEnvelope<z.infer<C['data']>>;

/**
 * Declares one released event: a schema with every field described, its topic and its key.
 * A released contract never changes its meaning; a new optional field keeps the version, anything else is a new version.
 */
export const defineEvent = <Data extends z.ZodType>(contract: EventContract<Data>): EventContract<Data> => contract;

/** The envelope's own fields as a schema, for readers of raw Kafka values. `data` is parsed by the contract itself. */
export const EventEnvelopeSchema = z.object({
  id: z.uuid().describe('UUIDv7 of this event; a consumer deals with it once'),
  type: z.string().min(1).describe('Type of the event, such as `decision.enquiry-rated`'),
  version: z.number().int().positive().describe('Version of its contract'),
  occurredAt: z.iso.datetime().describe('UTC instant at which it happened'),
  partnershipId: z.uuid().describe('The partnership it belongs to'),
  correlationId: z.string().min(1).describe('Ties together all that one contact set off'),
  causationId: z.string().optional().describe('The event or request that caused it'),
  traceparent: z.string().optional().describe('W3C trace context'),
  actor: EventActor.describe('Who did it: a record, never an authority'),
  data: z.unknown().describe('What the contract of this type and version says'),
});
