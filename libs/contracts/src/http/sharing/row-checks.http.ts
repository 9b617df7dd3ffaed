import { z } from 'zod';

/** Tables of `sharing` whose rows are attested as they are written: whoever shows a finding has words for each. */
export const WATCHED_ROWS = [
  'consent_statement',
  'consent_ground_decision',
  'consent_notice',
  'agreement',
  'sharing_decision',
  'review',
  'release_call',
  'disclosure_detail',
  'disclosure',
  'legal_hold',
  'erasure',
  'holder_statement',
  'detriment_author',
  'condition_acceptance',
  'identity_statement',
  'recall',
  'recall_notice',
  'breach',
  'breach_statement',
  'agreement_step',
  'review_override',
  'override_judgement',
  'system_key',
  'system_key_end',
  'agency',
  'signatory',
  'releaser_appointment',
  'capability',
  'outward_product',
  'product_sent',
  'letter_taken_back',
  'checked_answer',
  'row_check',
  'row_check_finding',
  'row_check_acknowledgement',
] as const;
export type WatchedRow = (typeof WATCHED_ROWS)[number];

/** A row that is not as it was attested. */
export const RowFinding = z.object({
  table: z.string(),
  key: z.string().describe('Primary key of the row; of a copied or unsigned attestation its entry in the log'),
  kind: z
    .enum(['edited', 'removed', 'added', 'attestation'])
    .describe(
      'Changed, taken away or put in behind the application; or an attestation that the application did not make',
    ),
});
export type RowFinding = z.infer<typeof RowFinding>;

/** Are consents, agreements, decisions and the ledger as the application wrote them? */
export const RowCheck = z.object({
  checkId: z.uuid(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  state: z
    .enum(['whole', 'differs', 'unfinished'])
    .describe('Unfinished where the audit log did not answer or had not caught up: it says nothing either way'),
  rowsChecked: z.number().int(),
  findings: z.array(RowFinding).describe('Of the reader’s own partnership'),
});
export type RowCheck = z.infer<typeof RowCheck>;
/** A row that checks found, and no officer has acknowledged since. */
export const UnacknowledgedFinding = RowFinding.extend({
  firstFoundAt: z.iso.datetime(),
  lastFoundAt: z.iso.datetime(),
  stands: z.boolean().describe('Whether the newest check that was finished found it, too; false where it was put back'),
});
export type UnacknowledgedFinding = z.infer<typeof UnacknowledgedFinding>;

/**
 * GET /row-checks/newest (ig-officer, auditor). POST /row-checks/:checkId/acknowledgements (ig-officer; no body; 204): what that check and those
 * before it found has been seen.
 */
export const NewestRowCheck = z.object({
  check: RowCheck.optional(),
  lastWholeAt: z.iso.datetime().optional(),
  unacknowledged: z
    .array(UnacknowledgedFinding)
    .default([])
    .describe('What this check or an earlier one found, until an officer acknowledges it'),
});
export type NewestRowCheck = z.infer<typeof NewestRowCheck>;
