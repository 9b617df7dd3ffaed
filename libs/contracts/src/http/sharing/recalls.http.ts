import { z } from 'zod';
import { Sealed } from '../sealed';

/**
 * What is about the wrong person, or went to the wrong place: one item, an answer (by the
 * envelope about one person, or by the request with all of them), everything that was
 * asked and answered about a person who was matched wrongly, a product (handover or letter), a request
 * as its agency opens it, or a notice of immediate protection.
 */
export const RecallAbout = z.strictObject({
  kind: z.enum(['item', 'answer', 'person', 'product', 'request', 'notice']),
  id: z.uuid(),
});
export type RecallAbout = z.infer<typeof RecallAbout>;

/**
 * `confirmed` ends `wrong_person` and `doubted`: the holder, or of a match or a request a hub manager, says whom it is about after all. They end
 * `wrong_recipient` of one recipient by `right_recipient`: it was no wrong place.
 */
export const IdentitySays = z.enum(['wrong_person', 'doubted', 'wrong_recipient', 'confirmed', 'right_recipient']);
export type IdentitySays = z.infer<typeof IdentitySays>;

/**
 * POST /identity-statements (the holder, the hub, or somebody to whom it was shown). `wrong_person` and `wrong_recipient` open a recall and a
 * breach record. The same id again with the same content, in the same words, answers as before. 404 unknown or not theirs; 409 SHARING.STATEMENT_REPEATED,
 * SHARING.ALREADY_SAID, SHARING.NOTHING_TO_CONFIRM, SHARING.SAID_SINCE, SHARING.NOTHING_TO_TAKE_BACK; 422 SHARING.RECIPIENT_NEEDED, SHARING.RECIPIENT_IS_THE_HUB, SHARING.NOTHING_TO_DOUBT,
 * SHARING.RECIPIENT_UNKNOWN, SHARING.RECIPIENT_NOT_SHOWN (hub: an agency whose name says what it knows, while one is not named to who says this),
 * SHARING.RECIPIENT_NOT_THERE (not of a request or a person: it would tell who was not asked), SHARING.RECIPIENT_SAW_NOTHING, SHARING.KNOWN_SINCE_IMPOSSIBLE, SEAL.*
 */
export const SayWhatIsWrong = z.strictObject({
  statementId: z.uuid(),
  enquiryId: z.uuid(),
  about: RecallAbout,
  says: IdentitySays,
  recipientAgencyId: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe('wrong_recipient: who should not have had it; right_recipient: who may have it after all'),
  recipientId: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'wrong_recipient: the one account of that agency, of those that the ledger says saw it. Nobody else of the agency is concerned. right_recipient: as it was said',
    ),
  outsidePlatform: z
    .literal(true)
    .optional()
    .describe(
      'wrong_recipient of an item, an answer or a product: it reached them on paper, by telephone or otherwise, so that the ledger does not name them',
    ),
  knownSince: z.iso
    .datetime()
    .optional()
    .describe('When it became known, where that was earlier: the 72 hours run from it'),
  lastSaid: z
    .uuid()
    .nullable()
    .optional()
    .describe('confirmed: what SeenBy named when it was read. Where something else was said since, it is not taken'),
  sealedReason: Sealed.describe('What is wrong, typ `note` with noteId = statementId, content `{ reason }`'),
});
export type SayWhatIsWrong = z.infer<typeof SayWhatIsWrong>;
/**
 * GET /enquiries/:enquiryId/seen-by/:kind/:id (whoever may say that it is wrong). Each account that the ledger says saw it, outside its holder
 * and the hub: whom a statement can name. Somebody it was merely shown to reads of themselves alone. 404 unknown or not theirs.
 */
export const SeenBy = z.object({
  people: z.array(z.object({ recipientId: z.string(), recipientAgencyId: z.string(), shownAt: z.iso.datetime() })),
  notNamed: z
    .number()
    .int()
    .nonnegative()
    .default(0)
    .describe('Hub: people of agencies that are not named to this reader'),
  lastSaid: z
    .uuid()
    .nullable()
    .optional()
    .describe('Holder and hub: the newest statement of whom this very thing is about; null where nobody said anything'),
});
export type SeenBy = z.infer<typeof SeenBy>;

export const WrongSaid = z.object({
  statementId: z.uuid(),
  recallId: z.uuid().optional(),
  breachId: z.uuid().optional(),
  recipients: z.number().int().describe('How many are told to destroy it'),
});
export type WrongSaid = z.infer<typeof WrongSaid>;

export const DestroyedHow = z.enum(['deleted', 'paper_destroyed', 'returned', 'nothing_kept']);
export type DestroyedHow = z.infer<typeof DestroyedHow>;

/** One who saw it: told when, to destroy it by when, destroyed when and how. */
export const RecallNotice = z.object({
  noticeId: z.uuid(),
  recipientId: z
    .string()
    .optional()
    .describe('Account; nobody by name where a whole desk was told, as in immediate protection'),
  recipientAgencyId: z.string(),
  shownAt: z.iso.datetime().describe('When it was first shown to them'),
  toldAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  late: z.boolean(),
  destroyedAt: z.iso.datetime().optional(),
  destroyedBy: z.string().optional(),
  destroyedHow: DestroyedHow.optional(),
});
export type RecallNotice = z.infer<typeof RecallNotice>;

/** `identity_confirmed`: whose it is said that it was right after all, the person or the place. */
export const RecallClosedHow = z.enum(['nobody_saw', 'all_confirmed', 'identity_confirmed', 'manager']);
export type RecallClosedHow = z.infer<typeof RecallClosedHow>;

export const Recall = z.object({
  recallId: z.uuid(),
  enquiryId: z.uuid(),
  about: RecallAbout,
  says: IdentitySays,
  recipientAgencyId: z.string().optional().describe('NOT_NAMED_AGENCY where the reader may not know it'),
  recipientId: z.string().optional().describe('The one account that should not have had it'),
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  notices: z.array(RecallNotice),
  notNamed: z
    .object({ notices: z.number().int().nonnegative(), unconfirmed: z.number().int().nonnegative() })
    .default({ notices: 0, unconfirmed: 0 })
    .describe('Notices to agencies that are not named to this reader: counted'),
  closedAt: z.iso.datetime().optional(),
  closedBy: z.string().optional(),
  closedHow: RecallClosedHow.optional(),
});
export type Recall = z.infer<typeof Recall>;

/** What a holder is asked to confirm: whom something of theirs is about. */
export const IdentityQuestion = z.object({
  statementId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  about: RecallAbout,
  says: IdentitySays,
  saidAt: z.iso.datetime(),
  meantId: z
    .uuid()
    .optional()
    .describe(
      'Of a person under whose id another stands today: whom it meant, by their id of today. Nothing that is said of the id answers it; a doubt is answered by what is said of them',
    ),
  agencyId: z.string().optional().describe('NOT_NAMED_AGENCY where the reader may not know it'),
  dueAt: z.iso.datetime().optional(),
  late: z.boolean(),
});
export type IdentityQuestion = z.infer<typeof IdentityQuestion>;

/** GET /enquiries/:enquiryId/recalls (hub). Open ones first. */
export const RecallsOfEnquiry = z.object({ recalls: z.array(Recall), questions: z.array(IdentityQuestion) });
export type RecallsOfEnquiry = z.infer<typeof RecallsOfEnquiry>;

export const RecallsWaiting = z.object({
  waiting: z.number().int().describe('What this person is to destroy'),
  doubted: z.number().int().describe('What their agency is asked to confirm'),
});
export type RecallsWaiting = z.infer<typeof RecallsWaiting>;
export const MyRecallNotice = RecallNotice.extend({
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  what: RecallAbout.shape.kind,
});
export type MyRecallNotice = z.infer<typeof MyRecallNotice>;
/** GET /recall-notices/waiting: how many, for every page to say so. GET /recall-notices: what this person is to destroy and confirm, soonest first, and whom their agency is asked to confirm. */
export const MyRecalls = z.object({ notices: z.array(MyRecallNotice), questions: z.array(IdentityQuestion) });
export type MyRecalls = z.infer<typeof MyRecalls>;

/** POST /recall-notices/:noticeId/confirm (whoever it was shown to). 409 RECALL.CONFIRMED_ALREADY, RECALL.CLOSED */
export const ConfirmDestruction = z.strictObject({ how: DestroyedHow });
export type ConfirmDestruction = z.infer<typeof ConfirmDestruction>;

/** POST /recalls/:recallId/close (mash-manager), why not all of them confirmed: typ `note`, noteId = recallId, version 2. 409 RECALL.CLOSED */
export const CloseRecall = z.strictObject({ sealedReason: Sealed });
export type CloseRecall = z.infer<typeof CloseRecall>;
