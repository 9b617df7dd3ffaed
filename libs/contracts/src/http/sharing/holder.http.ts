import { z } from 'zod';
import { Category, Purpose } from '../../core/codes';
import { Sealed } from '../sealed';
import { CarriedObligation } from './carried-obligation';
import { RecallAbout } from './recalls.http';

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

/** What all that an agency has stated of one item comes to today. */
export const ItemStands = z.object({
  isReadable: z
    .boolean()
    .describe('False where a statement cannot be read: what stands is then unknown, and a human looks'),
  alert: z.enum(['none', 'stands', 'cleared']).describe('"Do not alert"'),
  unsafe: z.enum(['none', 'stands', 'cleared']).describe('"Unsafe to tell the parent"'),
  relevance: z.enum(['relevant', 'old', 'irrelevant']),
  wording: z.string().optional().describe('Words that everybody reads instead of the original'),
  to: z.array(
    z.object({
      ...Recipient.shape,
      release: z.enum(['none', 'released', 'refused']),
      wording: z.string().optional().describe('The words that were released; the item itself where there are none'),
      detriment: z.enum(['none', 'recorded', 'claimed']),
      reviewBy: z.string().optional(),
    }),
  ),
});
export type ItemStands = z.infer<typeof ItemStands>;

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
        harm: z.string().optional().describe('What harm to the child they expect: its own agency alone reads it'),
        isOfAnother: z
          .literal(true)
          .optional()
          .describe('It was said of another that the agency sent under the same id, and counts for this one too'),
      }),
    )
    .describe('What the agency has stated of it, newest first'),
  stands: ItemStands,
  toConfirm: RecallAbout.optional().describe(
    'Nobody has confirmed yet whom it is about: what its agency would confirm, as POST /identity-statements takes it',
  ),
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

/** POST /holder-items/open-own (liaison staff): what one's own agency has answered in an enquiry, or one item of it, with what stands. In the ledger first. */
export const OpenOwnItems = z.strictObject({ releaseId: z.uuid(), enquiryId: z.uuid(), itemId: z.uuid().optional() });
export type OpenOwnItems = z.infer<typeof OpenOwnItems>;

export const OwnItemsOpened = z.object({
  items: z.array(HolderItem),
  barred: z.number().int().describe('Items that a law bars: somebody else decides before they are opened here'),
  maySpeak: z.boolean().describe('Whether the caller may state anything of them'),
  recordsDetriment: z.boolean().describe('Whether the agency has authorised the caller to record a detriment'),
  recipients: z
    .array(z.string())
    .describe('Bodies of the register, other than the own, of which something may be stated'),
});
export type OwnItemsOpened = z.infer<typeof OwnItemsOpened>;

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

const whoRecords = {
  agencyId: z.string().max(60),
  accountId: z.uuid(),
};

/**
 * GET /register/detriment-authors: whom agencies have authorised to record a detriment, now (administrator, hub, ig: all; an agency's staff: their
 * own). `mayKeep`: the agencies for which the caller may authorise and end.
 */
export const DetrimentAuthors = z.object({
  authors: z.array(z.object({ ...whoRecords, name: z.string(), authorisedAt: z.iso.datetime() })),
  mayKeep: z.array(z.string()),
});
export type DetrimentAuthors = z.infer<typeof DetrimentAuthors>;

/**
 * POST /register/detriment-authors: authorises one more. By the partnership's administrator, or the agency's own named senior or safeguarding lead;
 * nobody authorises themselves.
 */
export const AuthoriseDetriment = z.strictObject({
  ...whoRecords,
  name: z.string().trim().min(1).max(120).describe('The person as colleagues know them'),
});
export type AuthoriseDetriment = z.infer<typeof AuthoriseDetriment>;

/** POST /register/detriment-authors/end: from now on. What they recorded stands until its review day. */
export const EndDetrimentAuthority = z.strictObject(whoRecords);
export type EndDetrimentAuthority = z.infer<typeof EndDetrimentAuthority>;

/** POST /condition-acceptances (whoever may look into the enquiry): the viewer accepts what these items carry before reading them. */
export const AcceptConditions = z.strictObject({
  acceptanceId: z.uuid(),
  enquiryId: z.uuid(),
  itemIds: z.array(z.uuid()).min(1).max(200),
  carried: z
    .array(z.strictObject({ itemId: z.uuid(), obligations: z.array(CarriedObligation).min(1).max(4) }))
    .max(200)
    .optional()
    .describe("What was read of each item and accepted; of an item that is not here, its holder's condition alone"),
});
export type AcceptConditions = z.infer<typeof AcceptConditions>;
