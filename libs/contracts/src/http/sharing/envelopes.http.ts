import { z } from 'zod';
import { Sealed } from '../sealed';

/** POST /drafts/open (the author's own token): no ledger row, an audit entry. */
export const OpenDraft = z.strictObject({ draftId: z.uuid(), sealed: Sealed });
export type OpenDraft = z.infer<typeof OpenDraft>;
export const OpenedDraft = z.object({ content: z.unknown() });

/**
 * An envelope as it lies in its owner's row: these ids must agree with its header and with the claims inside (`@mash/sealing` EnvelopeIds;
 * partnership and enquiry come from the call). `envelopeId` names the row: contactId, answer envelope, ratingId (a `note`), decisionId, noticeId
 * (an `outward` with productId = noticeId) ...
 */
export const EnvelopeToOpen = z.strictObject({
  typ: z.enum(['contact', 'caller', 'consent', 'request', 'answer', 'decision', 'review', 'note', 'outward']),
  envelopeId: z.uuid(),
  version: z.number().int().positive().default(1),
  contactId: z.uuid().optional(),
  requestId: z.uuid().optional(),
  answerId: z.uuid().optional(),
  decisionId: z.uuid().optional(),
  reviewId: z.uuid().optional(),
  noteId: z.uuid().optional(),
  authorId: z.uuid().optional(),
  productId: z.uuid().optional(),
  personId: z.uuid().optional(),
  agencyId: z.string().max(60).optional(),
  sealed: Sealed,
});
export type EnvelopeToOpen = z.infer<typeof EnvelopeToOpen>;

/** Where an envelope that did not open was presented or found; the last seven are found lying in `sharing`'s own tables. */
export const EnvelopePlace = z.enum([
  ...['answer', 'contact', 'release', 'draft', 'product', 'request', 'notice'],
  ...['ledger', 'ruling', 'acceptance', 'statement', 'reason', 'override', 'note'],
] as const);
export type EnvelopePlace = z.infer<typeof EnvelopePlace>;

/** GET /envelope-refusals?page= (ig-officer, partnership-admin): envelopes that did not open where they lay. Ids and codes, no content. */
export const EnvelopeRefusals = z.object({
  refusals: z.array(
    z.object({
      refusalId: z.uuid(),
      enquiryId: z.uuid().optional(),
      place: EnvelopePlace,
      envelopeId: z.uuid(),
      code: z.string(),
      presentedBy: z.string(),
      presenterAgencyId: z.string().optional(),
      at: z.iso.datetime(),
    }),
  ),
  page: z.number().int(),
  pages: z.number().int(),
});
export type EnvelopeRefusals = z.infer<typeof EnvelopeRefusals>;
