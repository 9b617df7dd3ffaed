import { AUDIT_TOPIC, EventEnvelopeSchema, newId } from '@mash/contracts';
import type { EventContract } from '@mash/contracts';
import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { currentTraceparent } from '../trace/traceparent';
import type { EventContext } from './event-context';
import { MalformedEvent } from './malformed-event';

/** Events are thin; one of this size holds something that does not belong in it, and a batch of them would not pass the broker. */
const MOST_BYTES = 256 * 1024;

const APPEND = prepared(`INSERT INTO outbox (id, topic, key, type, version, envelope, traceparent)
  SELECT $1::uuid, $2::text, $3::text, $4::text, $5::integer, $6::jsonb, $7::text`);
/** The lock first: a row is numbered once its sub-select, which PostgreSQL neither merges nor leaves out as it is volatile, has given it. */
const APPEND_IN_TURN = prepared(
  `${APPEND} FROM (SELECT pg_advisory_xact_lock(hashtextextended($3::text, 0))) AS in_turn`,
);

/** Where a state change leaves its event: in the same transaction, or not at all. The relay takes it to Kafka. */
@Injectable()
export class Outbox {
  /**
   * Parses the data with its contract and puts the event down in `tx`. Throws `MalformedEvent` where the contract refuses it, which
   * undoes the change. Events of one key are numbered in the order in which their transactions commit: the key is locked until then.
   */
  async append<Data extends z.ZodType>(
    tx: Tx,
    contract: EventContract<Data>,
    data: z.infer<Data>,
    context: EventContext,
  ): Promise<{ id: string }> {
    const { type, version, topic } = contract;
    const parsed = contract.data.safeParse(data);
    if (!parsed.success) throw new MalformedEvent(type, parsed.error);
    const id = newId();
    const traceparent = currentTraceparent();
    const envelope = EventEnvelopeSchema.safeParse({
      id,
      type,
      version,
      occurredAt: (context.occurredAt ?? new Date()).toISOString(),
      partnershipId: context.partnershipId,
      correlationId: context.correlationId,
      causationId: context.causationId,
      traceparent,
      actor: context.actor,
      data: parsed.data,
    });
    if (!envelope.success) throw new MalformedEvent(type, envelope.error);
    const text = JSON.stringify(envelope.data);
    if (Buffer.byteLength(text) > MOST_BYTES) throw new MalformedEvent(type, 'too large');

    const key = contract.key(parsed.data);
    // The audit log numbers its entries itself: a lock on the partnership would make everybody's changes wait for one another.
    await tx.query(topic === AUDIT_TOPIC ? APPEND : APPEND_IN_TURN, [
      id,
      topic,
      key,
      type,
      version,
      text,
      traceparent ?? null,
    ]);
    return { id };
  }
}
