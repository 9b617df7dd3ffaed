import { z } from 'zod';
import { Category, Purpose } from '../../core/codes';
import { Sealed } from '../sealed';

/**
 * POST /holder-statements (liaison staff of the agency whose item it is): release, wording, refusal, detriment, "do not alert", relevance.
 * What it says lies inside the envelope (typ `statement`); the same id twice is refused (SHARING.STATEMENT_REPEATED).
 */
export const MakeHolderStatement = z.strictObject({
  statementId: z.uuid(),
  enquiryId: z.uuid(),
  itemId: z.uuid(),
  sealed: Sealed,
});
export type MakeHolderStatement = z.infer<typeof MakeHolderStatement>;

/** POST /holder-items/open (liaison staff of the holding agency): one's own item, as it was written. In the ledger first. */
export const OpenHolderItem = z.strictObject({
  releaseId: z.uuid(),
  enquiryId: z.uuid(),
  itemId: z.uuid(),
  sharingDecisionId: z
    .uuid()
    .optional()
    .describe('Of a REVIEW or task about the item: with it, what its recipient would read'),
});
export type OpenHolderItem = z.infer<typeof OpenHolderItem>;

const Recipient = z.object({ audience: z.string(), agencyId: z.string() });

export const HolderItem = z.object({
  itemId: z.uuid(),
  personId: z.uuid(),
  category: Category,
  kind: z.enum(['fact', 'opinion']),
  when: z.string(),
  text: z.string(),
  sanitisedText: z.string().optional(),
  source: z.string(),
  reference: z.string().optional(),
  handling: z.string().optional(),
  condition: z.string().optional(),
  flags: z.array(z.string()),
  stated: z
    .array(
      z.object({
        says: z.string(),
        statedAt: z.iso.datetime(),
        to: Recipient.optional(),
        wording: z.string().optional(),
        reviewBy: z.string().optional(),
      }),
    )
    .describe('What the agency has stated of it, newest first'),
  recipient: z
    .object({
      ...Recipient.shape,
      purpose: Purpose,
      asItStands: z
        .string()
        .optional()
        .describe('What they would read if it went as it stands; nothing where nothing would be left'),
    })
    .optional(),
});
export type HolderItem = z.infer<typeof HolderItem>;

/** What an agency is to do about an item of its own without a REVIEW: clear or renew "do not alert", give a wording, look at a detriment again. */
export const HolderTaskCode = z.enum(['HOLD_TELLING', 'REQUEST_WORDING', 'DETRIMENT_REVIEW']);
export type HolderTaskCode = z.infer<typeof HolderTaskCode>;

/** GET /holder-tasks (liaison staff): those of their own agency, soonest first. */
export const HolderTasks = z.object({
  tasks: z.array(
    z.object({
      code: HolderTaskCode,
      enquiryId: z.uuid(),
      itemId: z.uuid(),
      sharingDecisionId: z.uuid(),
      to: Recipient.describe('Whom the hub would tell'),
      purpose: Purpose,
      dueAt: z.iso.datetime(),
      late: z.boolean(),
    }),
  ),
});
export type HolderTasks = z.infer<typeof HolderTasks>;

/** PUT /register/detriment-authors (partnership-admin): whom an agency has authorised to record a detriment. Who is left out is ended. */
export const AuthoriseDetriment = z.strictObject({
  agencyId: z.string().max(60),
  accountIds: z.array(z.uuid()).max(50),
});
export type AuthoriseDetriment = z.infer<typeof AuthoriseDetriment>;

/** POST /condition-acceptances (hub): the viewer accepts the holders' conditions of these items before reading them. */
export const AcceptConditions = z.strictObject({
  acceptanceId: z.uuid(),
  enquiryId: z.uuid(),
  itemIds: z.array(z.uuid()).min(1).max(200),
});
export type AcceptConditions = z.infer<typeof AcceptConditions>;
