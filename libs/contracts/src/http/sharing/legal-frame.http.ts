import { z } from 'zod';

/** A council's own record of who checked the law in the rules, when, and which version of it. */
export const LegalFrameCheck = z.strictObject({
  version: z.string().min(1).max(20).describe('The version of the legal frame that was checked'),
  by: z.string().min(1).max(200).describe('Lawyer and office'),
  on: z.iso.date(),
});
export type LegalFrameCheck = z.infer<typeof LegalFrameCheck>;

/** GET /legal-frame (ig-officer, auditor): which law the rules cite, and whether somebody has checked it for this council. */
export const LegalFrameStanding = z.object({
  version: z.string(),
  isChecked: z.boolean().describe('This version was checked; not only an earlier one'),
  check: LegalFrameCheck.optional().describe('The newest check that is on record, of whichever version'),
});
export type LegalFrameStanding = z.infer<typeof LegalFrameStanding>;
