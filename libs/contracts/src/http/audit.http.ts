import { z } from 'zod';
import type { FormerIds } from './contact-intake/former-ids.http';
import { AuditRecordedV1 } from '../audit/audit-recorded.v1';
import { RowAttestation } from '../audit/row-attestation';
import { Id, Instant } from '../core/ids';

/** One entry of the log: who did what to which record, why, and where it stands in the log. There is no content in it. */
export const AuditEntryView = AuditRecordedV1.data.omit({ rows: true }).extend({
  seq: z.number().int().positive().describe('Number in the log of the partnership'),
  hash: z.string().describe('Hash of this link of the chain'),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

/** How many other ids of a person one search takes: it stands in an address. */
export const MOST_FORMER_IDS = 100;

const FORMER_ID = /^([0-9a-f-]{36})~([0-9a-f-]{36})$/i;

/** Other ids of a person as an address has them: `enquiry~id,enquiry~id`. An id counts in the enquiry alone in which it stood for them. */
export const FormerIdsInQuery = z
  .string()
  .max(80 * MOST_FORMER_IDS)
  .transform((text) => text.split(',').map((one) => FORMER_ID.exec(one)))
  .transform((found) => found.map((one) => ({ enquiryId: one?.[1], personId: one?.[2] })))
  .pipe(z.array(z.object({ enquiryId: z.uuid(), personId: z.uuid() })).max(MOST_FORMER_IDS));

export const formerIdsInQuery = (formerIds: FormerIds['formerIds']): string =>
  formerIds.map(({ enquiryId, personId }) => `${enquiryId}~${personId}`).join(',');

/**
 * GET /entries?enquiryId=&personId=&formerly=&actorId=&from=&to=&page= (ig-officer, auditor): newest first. Their own looking is logged too. An entry has
 * the id that a person had when it was written, and is never changed: `formerly` names those of before (`FormerIds` of contact-intake).
 */
export const AuditEntries = z.object({
  entries: z.array(AuditEntryView),
  page: z.number().int(),
  hasMore: z.boolean(),
});
export type AuditEntries = z.infer<typeof AuditEntries>;

/** What one worker did to an enquiry on one day, as one line. */
export const LookView = z.object({
  day: z.iso.date().describe('Day in London'),
  workerId: z.string(),
  workerKind: z.string(),
  agencyId: z.string().nullable(),
  roles: z.array(z.string()).describe('In which they acted'),
  action: z.string(),
  purpose: z.string().nullable(),
  outcome: z.string(),
  times: z.number().int().positive(),
  first: Instant,
  last: Instant,
});
export type LookView = z.infer<typeof LookView>;

/** GET /looks/:enquiryId (ig-officer, auditor): who has been in this enquiry. An enquiry of another partnership has no lines. */
export const LooksAtEnquiry = z.object({
  enquiryId: Id,
  looks: z.array(LookView),
  isCut: z.boolean().describe('There are more lines than are shown'),
});
export type LooksAtEnquiry = z.infer<typeof LooksAtEnquiry>;

/** GET /verify (ig-officer, auditor): is the log whole, proven when? */
export const LogVerification = z.object({
  isIntact: z.boolean(),
  entries: z.number().int().describe('Links that hold, from the first'),
  unreadable: z.number().int().describe('Of these, entries that could not be read and were kept as bytes'),
  head: z.string().describe('Hash of the last link that holds'),
  firstBroken: z
    .object({ seq: z.number().int(), fault: z.string() })
    .nullable()
    .describe('The first link that is not as it was written'),
  lastSigned: z
    .object({ seq: z.number().int(), signedAt: Instant })
    .nullable()
    .describe('The last head that was signed'),
  verifiedAt: Instant,
});
export type LogVerification = z.infer<typeof LogVerification>;

/** An entry that attests rows, as the check of rows reads it. One without rows was made by nobody who attests: it is named like a forged one. */
export const AttestingEntry = z.object({
  seq: z.number().int().positive(),
  entryId: Id,
  rows: RowAttestation.optional(),
});
export type AttestingEntry = z.infer<typeof AttestingEntry>;
/**
 * GET /row-attestations?service=&partnershipId=&after=&limit= (scope facts:read): entries of a service that attest rows, after that number in
 * the log of the partnership, oldest first.
 */
export const RowAttestations = z.object({ entries: z.array(AttestingEntry), hasMore: z.boolean() });
export type RowAttestations = z.infer<typeof RowAttestations>;
/** GET /row-attestations/partnerships?service= (scope facts:read): whose logs have such entries. */
export const AttestedPartnerships = z.object({ partnershipIds: z.array(Id) });
export type AttestedPartnerships = z.infer<typeof AttestedPartnerships>;
