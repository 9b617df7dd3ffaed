import { z } from 'zod';
import { Purpose, SharingMode, SharingOutcome } from '../../core/codes';

/** GET /ledger?enquiryId= (hub, ig): what was disclosed about this enquiry, to whom, why, under which rule; what was refused. Category and reason opened for the reader by role. */
export const LedgerEntry = z.object({
  disclosureId: z.uuid(),
  at: z.iso.datetime(),
  enquiryId: z.uuid(),
  personId: z.uuid().optional(),
  fromAgencyId: z.string().optional(),
  recipientId: z.string(),
  recipientAgencyId: z.string(),
  audience: z.string(),
  mode: SharingMode,
  purpose: Purpose,
  outcome: SharingOutcome,
  visibility: z.string(),
  rule: z.string(),
  ruleSetVersion: z.string(),
  category: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  releaseId: z.uuid(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export const Ledger = z.object({ entries: z.array(LedgerEntry), page: z.number().int(), pages: z.number().int() });
