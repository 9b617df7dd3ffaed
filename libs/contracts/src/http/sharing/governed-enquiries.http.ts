import { z } from 'zod';
import { doesNotOpen, Sealed } from '../sealed';

/**
 * A number or reference of somebody else's system: a court's, a retention schedule's. It lies in the clear, so it has a digit, no blanks
 * and no room for a name.
 */
export const PlainReference = z
  .string()
  .regex(
    /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9./:-]{1,39}$/,
    'Must be a reference such as CT-2026-0193: letters, digits and . / : -',
  );

/** The written reason, typ `note`: noteId is the id of the hold or erasure, authorId the writer; content `{ reason }`. */
const sealedReason = Sealed.describe('The written reason, sealed to the key that is bound to the enquiry');
/** The reason as it opens for those who may read it. Absent once the keys are destroyed. */
const reason = z.string().optional();

/** GET /legal-holds (ig-officer, auditor; standing first), GET /legal-holds/:holdId (with its reasons, for ig-officers) */
export const LegalHold = z.object({
  holdId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  reference: z.string().describe('Of the court, inquest, review or complaint that wants it kept'),
  placedBy: z.string(),
  placedAt: z.iso.datetime(),
  reason,
  liftedBy: z.string().optional(),
  liftedAt: z.iso.datetime().optional(),
  liftReason: reason,
  doesNotOpen: doesNotOpen('reason', 'liftReason'),
});
export type LegalHold = z.infer<typeof LegalHold>;
export const LegalHolds = z.object({ holds: z.array(LegalHold) });
/** POST /legal-holds (ig-officer). 409 LEGAL_HOLD.ENQUIRY_ERASED */
export const PlaceLegalHold = z.strictObject({
  holdId: z.uuid(),
  enquiryId: z.uuid(),
  reference: PlainReference,
  sealedReason,
});
export type PlaceLegalHold = z.infer<typeof PlaceLegalHold>;
/** POST /legal-holds/:holdId/lift (ig-officer); the note's version is 2. 409 LEGAL_HOLD.LIFTED */
export const LiftLegalHold = z.strictObject({ sealedReason });
export type LiftLegalHold = z.infer<typeof LiftLegalHold>;

/** GET /erasures (ig-officer, mash-manager, auditor; what waits first), GET /erasures/:erasureId (with its reason while it can be opened) */
export const Erasure = z.object({
  erasureId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  retentionRule: z.string().describe('The rule of the retention schedule, or the request, that asks for it'),
  state: z.enum(['requested', 'withdrawn', 'erased']),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  reason,
  doesNotOpen: doesNotOpen('reason'),
  decidedBy: z.string().optional(),
  decidedAt: z.iso.datetime().optional(),
  keysDestroyed: z.number().int().optional(),
  heldBy: z.array(z.string()).describe('References of the legal holds that block it'),
  parts: z
    .array(z.object({ service: z.string(), doneAt: z.iso.datetime().optional(), rows: z.number().int().optional() }))
    .describe('Which service has done its part; empty until it is erased'),
});
export type Erasure = z.infer<typeof Erasure>;
export const Erasures = z.object({ erasures: z.array(Erasure) });
/** POST /erasures (ig-officer). 409 ERASURE.UNDER_LEGAL_HOLD, ERASURE.ENQUIRY_OPEN, ERASURE.WAITING_ALREADY, ERASURE.DONE */
export const RequestErasure = z.strictObject({
  erasureId: z.uuid(),
  enquiryId: z.uuid(),
  retentionRule: PlainReference,
  sealedReason,
});
export type RequestErasure = z.infer<typeof RequestErasure>;

/**
 * GET /governed-enquiries/:named (ig-officer): what holds and erasures there are of an enquiry, by its id or reference. POST
 * /erasures/:erasureId/confirm (a second person: ig-officer, mash-manager; 409 ERASURE.DOES_NOT_OPEN where its reason does not), POST /erasures/:erasureId/withdraw.
 */
export const GovernedEnquiry = z.object({
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  recordedAt: z.iso.datetime(),
  closed: z.boolean().optional().describe('Whether the hub has closed it; absent where that cannot be told now'),
  erased: z.boolean(),
  holds: z.array(LegalHold),
  erasures: z.array(Erasure),
});
export type GovernedEnquiry = z.infer<typeof GovernedEnquiry>;
