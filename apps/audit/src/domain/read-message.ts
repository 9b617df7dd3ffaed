import { createHash } from 'node:crypto';
import { AuditRecordedV1, auditWriterOf, EventEnvelopeSchema, Id } from '@mash/contracts';
import { canonicalJson } from './canonical-json';
import type { OpaqueEntry, ReadableEntry, SearchFields, Sequenceable } from './sequenceable';

/** Where entries go whose partnership cannot be told. */
export const UNKNOWN_PARTNERSHIP = '00000000-0000-0000-0000-000000000000';

/** A message as it lay on an audit topic. */
export interface AuditMessage {
  readonly key: string;
  readonly value: Buffer | null;
  /** Which one: it says who wrote it. */
  readonly topic?: string;
  /** Where on the topic it lay, where it came from there. */
  readonly partition?: number;
  readonly offset?: string;
}

export type Unbelieved = 'AUDIT.UNREADABLE_ENTRY' | 'AUDIT.WRITTEN_IN_ANOTHERS_NAME';

export interface ReadMessage {
  readonly partnershipId: string;
  readonly entry: Sequenceable;
  /** Why it is kept as its bytes, and believed in nothing. */
  readonly unbelieved?: Unbelieved;
}

/**
 * Never throws and never drops: what is no entry becomes an opaque one, in the partnership that its key names. So does what a service wrote in
 * another's name: on the topic that it alone may write, it speaks for itself alone.
 */
export function readMessage(message: AuditMessage): ReadMessage {
  const value = message.value ?? Buffer.alloc(0);
  const read = readableEntry(value);
  if (read !== undefined && isByWriterOf(message.topic, read.entry)) return read;
  const unbelieved = read === undefined ? 'AUDIT.UNREADABLE_ENTRY' : 'AUDIT.WRITTEN_IN_ANOTHERS_NAME';
  return { partnershipId: partnershipOf(message.key), entry: opaqueEntry(value), unbelieved };
}

/** On the topic that all services once shared nothing proves who wrote; nobody may write there any more. */
function isByWriterOf(topic: string | undefined, { search }: ReadableEntry): boolean {
  const writer = topic === undefined ? undefined : auditWriterOf(topic);
  return writer === undefined || writer === search.service;
}

/** The same bytes, when the database would not take what they say. */
export function opaqueEntry(value: Buffer): OpaqueEntry {
  const identity = `bytes:${createHash('sha256').update(value).digest('hex')}`;
  return { kind: 'opaque', identity, content: value.toString('base64'), search: null };
}

function readableEntry(value: Buffer): { partnershipId: string; entry: ReadableEntry } | undefined {
  const event = jsonOf(value);
  const envelope = EventEnvelopeSchema.safeParse(event);
  if (
    !envelope.success ||
    envelope.data.type !== AuditRecordedV1.type ||
    envelope.data.version !== AuditRecordedV1.version
  ) {
    return undefined;
  }
  const data = AuditRecordedV1.data.safeParse(envelope.data.data);
  if (!data.success || data.data.partnershipId !== envelope.data.partnershipId) return undefined;
  const [content, search] = [canonicalOf(event), searchFieldsOf(data.data)];
  if (content === undefined || search === undefined) return undefined;
  return {
    partnershipId: data.data.partnershipId,
    entry: { kind: 'entry', identity: `event:${envelope.data.id}`, content, search },
  };
}

function searchFieldsOf(data: AuditRecordedV1['data']): SearchFields | undefined {
  const at = new Date(data.at);
  const isOfOurTime = at.getUTCFullYear() > 2000 && at.getUTCFullYear() < 3000;
  if (!isOfOurTime) return undefined;
  return {
    at: at.toISOString(),
    service: data.service,
    actorId: data.actor.id,
    actorKind: data.actor.kind,
    agencyId: data.actor.agencyId ?? null,
    action: data.action,
    outcome: data.outcome,
    subjectType: data.subject.type,
    subjectId: data.subject.id,
    enquiryId: data.enquiryId ?? null,
    personIds: data.personIds ?? [],
  };
}

/** The search fields of an entry's content, for the verifier; undefined when the content is no entry. */
export function searchFieldsIn(content: string): SearchFields | undefined {
  return readableEntry(Buffer.from(content, 'utf8'))?.entry.search;
}

/** PostgreSQL takes neither NUL nor half a surrogate pair in a text, and no honest service writes them. */
const UNSTORABLE = /\\u(0000|d[89a-f][0-9a-f]{2})/;

function canonicalOf(event: unknown): string | undefined {
  try {
    const text = canonicalJson(event);
    return UNSTORABLE.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function jsonOf(value: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value)) as unknown;
  } catch {
    return undefined; // no JSON is one of the things that an opaque entry is for
  }
}

/** The audit topic is keyed by partnership. */
export function partnershipOf(key: string): string {
  return Id.safeParse(key).data ?? UNKNOWN_PARTNERSHIP;
}
