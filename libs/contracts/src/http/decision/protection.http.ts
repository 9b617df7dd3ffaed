import { z } from 'zod';
import { Sealed } from '../sealed';

/** POST /enquiries/:enquiryId/protection: immediate protection, one press. The console sealed what is known for each recipient (typ `notice`). */
export const StartProtection = z.strictObject({
  protectionId: z.uuid(),
  notices: z
    .array(
      z.strictObject({ noticeId: z.uuid(), team: z.enum(['police', 'social-care', 'emergency-duty']), sealed: Sealed }),
    )
    .min(1)
    .max(4),
});
export type StartProtection = z.infer<typeof StartProtection>;
/** GET /enquiries/:enquiryId/protection-recipients: whom a press would tell now (out of hours: the emergency duty team). */
export const ProtectionRecipients = z.object({
  outOfHours: z.boolean(),
  recipients: z.array(
    z.object({
      agencyId: z.string(),
      team: z.enum(['police', 'social-care', 'emergency-duty']),
      agencyKind: z.string(),
    }),
  ),
});
export type ProtectionRecipients = z.infer<typeof ProtectionRecipients>;

/** GET /notices (own agency or duty team), GET /notices/:noticeId, POST /notices/:noticeId/receipt */
export const Notice = z.object({
  noticeId: z.uuid(),
  enquiryId: z.uuid(),
  reference: z.string(),
  team: z.string(),
  sentAt: z.iso.datetime(),
  receiptDueAt: z.iso.datetime(),
  receivedAt: z.iso.datetime().optional(),
  recalledAt: z.iso.datetime().optional().describe('It should not have come: it opens no more, and no receipt is owed'),
  sealed: Sealed,
});
export type Notice = z.infer<typeof Notice>;
export const Notices = z.object({ notices: z.array(Notice) });
