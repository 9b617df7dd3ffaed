import { z } from 'zod';
import { Purpose, SharingMode, SharingOutcome } from '../../core/codes';

/** What is asked of the ledger: any of these narrow it down. */
export const LedgerFilters = z.strictObject({
  enquiryId: z.uuid().optional(),
  /**
   * A child or adult by their opaque id, with lines about whole documents: of the enquiry, or of those in which a line or a decision names them. Lines
   * that may not even be known to be about them are not found so.
   */
  personId: z.uuid().optional(),
  /** The account that was told. */
  recipientId: z.string().min(1).max(100).optional(),
  /** A row of the rule book, or `hidden`. */
  rule: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .optional(),
  outcome: SharingOutcome.optional(),
});
export type LedgerFilters = z.infer<typeof LedgerFilters>;
export const LedgerQuestion = LedgerFilters.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
export const LedgerExportFormat = z.enum(['csv', 'json']);
export type LedgerExportFormat = z.infer<typeof LedgerExportFormat>;
/** GET /ledger/export (ig, and the holder of what was told): every line, streamed. */
export const LedgerExportQuestion = LedgerFilters.extend({ format: LedgerExportFormat });

const InWords = z.object({ code: z.string(), sentence: z.string() });

/** GET /ledger (hub, ig, holder): what was disclosed, to whom, why, under which rule; what was refused. Category and reason opened for the reader by role. */
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
  /** The agreement with its version, and the line in it. */
  agreement: z.string().optional(),
  category: z.string().optional(),
  reasons: z.array(InWords).optional(),
  lawfulBasis: z.array(z.string()).optional(),
  decidedOn: z
    .object({
      versions: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .describe('By owner: a version, an instant or an id'),
      threshold: z.string().optional(),
      consent: z.string().optional(),
    })
    .optional()
    .describe('To information governance, of a line that the rules decided then and there'),
  redactions: z.array(InWords).optional().describe('What the decision left out'),
  obligations: z.array(InWords).optional().describe('What the decision asked to be done'),
  releaseId: z.uuid(),
  /** It was put into a handover or letter that has not gone: nobody was shown it so far. */
  notGone: z.literal(true).optional(),
  /** Category and reason are not what was sealed here: somebody wrote it, and it is reported. Not said where the enquiry was erased. */
  doesNotOpen: z.literal(true).optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export const Ledger = z.object({
  entries: z.array(LedgerEntry),
  page: z.number().int(),
  pages: z.number().int(),
  lines: z.number().int().describe('Of all pages together'),
  named: z
    .array(z.object({ enquiryId: z.uuid(), personIds: z.array(z.uuid()) }))
    .optional()
    .describe(
      'To information governance, of a person in every enquiry: where a line or a decision names them, and as whom',
    ),
});
export type Ledger = z.infer<typeof Ledger>;
