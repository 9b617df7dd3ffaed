import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** One look or one change: who, in which role, what, about whom (pseudonym), why, on which basis. Links, never content (design.md section 11). */
export const AuditRecordedV1 = defineEvent({
  type: 'audit.audit-recorded',
  version: 1,
  topic: 'mash.audit.v1',
  key: (data) => data.partnershipId,
  data: z.object({
    entryId: Id,
    partnershipId: z.uuid(),
    service: z.string().describe('The service that made the entry'),
    at: Instant,
    actor: z.object({
      id: z.string(),
      kind: z.enum(['person', 'system']),
      roles: z.array(z.string()),
      agencyId: z.string().optional(),
    }),
    action: z.string().describe('Code such as `contact.read`'),
    subject: z.object({ type: z.string(), id: z.string() }),
    enquiryId: EnquiryId.optional(),
    personIds: z.array(z.uuid()).optional().describe('Pseudonyms: ids of the people index'),
    purpose: z.string().optional(),
    basis: z.array(z.string()).optional(),
    decisionId: Id.optional(),
    outcome: z.enum(['done', 'refused', 'shown', 'withheld']),
    reasonCode: z.string().optional(),
    counts: z.record(z.string(), z.number()).optional(),
    traceId: z.string(),
  }),
});
export type AuditRecordedV1 = EventOf<typeof AuditRecordedV1>;
