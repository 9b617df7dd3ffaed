import { z } from 'zod';

/** Whose other ids are asked for: persons of one partnership have nothing to do with another's. */
export const FormerIdsQuestion = z.strictObject({ partnershipId: z.uuid() });
export type FormerIdsQuestion = z.infer<typeof FormerIdsQuestion>;

/**
 * GET /facts/people/:personId/former-ids (scope facts:read): what else was written of this person under another id, enquiry by enquiry. Whoever
 * keeps a record by person id (the disclosure ledger) finds by it what was written before somebody was matched. Ids, and no name.
 * GET /people/:personId/former-ids (ig-officer, auditor): the same of their own partnership, by which they search the audit log.
 */
export const FormerIds = z.object({
  formerIds: z
    .array(z.object({ enquiryId: z.uuid(), personId: z.uuid() }))
    .describe(
      'An id that stood for this person in this enquiry: the one before they were matched, one of a link that was taken back, or that of the contact while nobody was on its roster',
    ),
});
export type FormerIds = z.infer<typeof FormerIds>;
