import { z } from 'zod';

/** GET /entries?enquiryId=&actorId=&personId=&from=&to=&page= (ig-officer, auditor; their own looking is logged too). */
export const AuditEntryView = z.object({
  sequence: z.number().int(),
  entryId: z.uuid(),
  at: z.iso.datetime(),
  service: z.string(),
  actorId: z.string(),
  actorKind: z.enum(['person', 'system']),
  roles: z.array(z.string()),
  agencyId: z.string().optional(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  enquiryId: z.uuid().optional(),
  personIds: z.array(z.uuid()),
  purpose: z.string().optional(),
  outcome: z.string(),
  reasonCode: z.string().optional(),
  traceId: z.string(),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;
export const AuditEntries = z.object({
  entries: z.array(AuditEntryView),
  page: z.number().int(),
  pages: z.number().int(),
  total: z.number().int(),
});
export type AuditEntries = z.infer<typeof AuditEntries>;

/** GET /chain: is the log whole, proven when? */
export const ChainStatus = z.object({
  partnershipId: z.uuid(),
  entries: z.number().int(),
  headHash: z.string(),
  verifiedAt: z.iso.datetime(),
  whole: z.boolean(),
  firstBroken: z.number().int().optional(),
  checkpointSignature: z.string().optional(),
});
export type ChainStatus = z.infer<typeof ChainStatus>;
