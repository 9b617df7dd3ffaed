import { AuditRecordedV1, DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import type { AuditMessage } from '../src/domain/read-message';

export type AuditData = AuditRecordedV1['data'];

/** What a service says: a manager looked at a contact. */
export function auditData(changes: Partial<AuditData> = {}): AuditData {
  return {
    entryId: newId(),
    partnershipId: DEMO_PARTNERSHIP,
    service: 'decision',
    at: '2026-11-02T09:30:00.000Z',
    actor: { id: newId(), kind: 'person', roles: ['mash-manager'], agencyId: 'riverside-council' },
    action: 'contact.read',
    subject: { type: 'Contact', id: newId() },
    enquiryId: newId(),
    purpose: 'SCREEN',
    outcome: 'shown',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...changes,
  };
}

/** The same as an event. `changes` spoil the frame. */
export function auditEvent(data: AuditData = auditData(), changes: object = {}) {
  return {
    id: newId(),
    type: AuditRecordedV1.type,
    version: AuditRecordedV1.version,
    occurredAt: data.at,
    partnershipId: data.partnershipId,
    correlationId: data.enquiryId ?? data.entryId,
    actor: { id: data.actor.id, kind: data.actor.kind },
    data,
    ...changes,
  };
}

/** The same as it lies on the topic. */
export const messageOf = (event: unknown, key: string = DEMO_PARTNERSHIP): AuditMessage => ({
  key,
  value: Buffer.from(JSON.stringify(event)),
});

export const anAuditMessage = (changes: Partial<AuditData> = {}): AuditMessage =>
  messageOf(auditEvent(auditData(changes)));
