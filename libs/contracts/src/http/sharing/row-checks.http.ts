import { z } from 'zod';

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

/** GET /row-checks/newest (ig-officer, auditor): are consents, agreements, decisions and the ledger as the application wrote them? */
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
export const NewestRowCheck = z.object({ check: RowCheck.optional(), lastWholeAt: z.iso.datetime().optional() });
export type NewestRowCheck = z.infer<typeof NewestRowCheck>;
