import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';
import { RowAttestation } from './row-attestation';

/** One look or one change: who, in which role, what, about whom (pseudonym), why, on which basis. Links, never content (libs/audit-client/README.md). */
export const AuditRecordedV1 = defineEvent({
  type: 'audit.audit-recorded',
  version: 1,
  topic: 'mash.audit.v1',
  key: (data) => data.partnershipId,
  data: z.object({
    entryId: Id.describe('This entry'),
    partnershipId: z.uuid().describe('The partnership whose log it belongs to'),
    service: z.string().describe('The service that made the entry'),
    at: Instant.describe('When it was done'),
    actor: z
      .object({
        id: z.string().describe('Account id of a person, or client id of a system'),
        kind: z.enum(['person', 'system']).describe('Whether a person or a system did it'),
        roles: z.array(z.string()).describe('Roles held at that moment; empty for a system'),
        agencyId: z.string().optional().describe('The agency acted for'),
      })
      .describe('Who did it: a record, never an authority'),
    action: z.string().describe('Code such as `contact.read`'),
    subject: z
      .object({ type: z.string().describe('Kind of record, such as `Contact`'), id: z.string().describe('Its id') })
      .describe('What was looked at or changed'),
    enquiryId: EnquiryId.optional().describe('The enquiry it belongs to, where it belongs to one'),
    personIds: z.array(z.uuid()).optional().describe('Pseudonyms: ids of the people index'),
    purpose: z.string().optional().describe('Purpose code'),
    basis: z.array(z.string()).optional().describe('Codes of the lawful bases relied on'),
    decisionId: Id.optional().describe('The sharing decision it rests on'),
    outcome: z.enum(['done', 'refused', 'shown', 'withheld']).describe('What came of it'),
    reasonCode: z.string().optional().describe('Stable code of the reason, where it was refused or withheld'),
    counts: z.record(z.string(), z.number()).optional().describe('How many of each kind, where many were seen at once'),
    rows: RowAttestation.optional().describe(
      'Hashes of rows as they were written, to find what is changed behind the application',
    ),
    traceId: z.string().describe('Trace that the request ran in'),
  }),
});
export type AuditRecordedV1 = EventOf<typeof AuditRecordedV1>;
