import { z } from 'zod';
import { Category, Purpose, SharingMode, SharingOutcome } from '../../core/codes';
import { EnvelopeToOpen } from './envelopes.http';

/**
 * POST /releases (a person's own five-minute token for audience `sharing`; no service credential can call it).
 * `releaseId` is new on each call: the same id twice is refused (SHARING.RELEASE_REPEATED). The ledger and the audit entry are written before the answer.
 */
export const Release = z.strictObject({
  releaseId: z.uuid(),
  enquiryId: z.uuid(),
  mode: SharingMode.exclude(['existence']),
  purpose: Purpose,
  recipient: z
    .strictObject({
      agencyId: z.string().max(60),
      team: z.enum(['police', 'social-care', 'emergency-duty']).optional(),
      noticeId: z.uuid().optional().describe('The notice that will be sent to them: its receipt is what is owed'),
    })
    .optional()
    .describe('protect: whom the caller is about to tell'),
  items: z
    .array(z.strictObject({ itemId: z.uuid() }))
    .max(200)
    .optional()
    .describe(
      'protect, with a recipient: what is told of the answers that the caller may read; left out, all of those. SHARING.ITEMS_NOT_FOR_MODE otherwise',
    ),
  lying: z
    .array(z.strictObject({ answerId: z.uuid(), personId: z.uuid() }))
    .max(2000)
    .optional()
    .describe(
      'content, by the hub: whoever reads all of an enquiry says which answers lie there, whatever goes into this call; what was accepted and is not among them comes back as `missing`',
    ),
  envelopes: z.array(EnvelopeToOpen).min(1).max(200),
});
export type Release = z.infer<typeof Release>;

/** One fact inside an answer, or a whole document of another type. `content` is present only where shown, already redacted. */
export const ReleasedItem = z.object({
  envelopeId: z.uuid(),
  itemId: z.string().describe('Item of the answer, or the envelope id for a whole document'),
  visibility: z.enum(['shown', 'withheld']),
  outcome: SharingOutcome,
  content: z.unknown().optional(),
  agencyId: z.string().optional(),
  requestId: z.uuid().optional().describe('Of an item of an answer, where shown: what it answers'),
  personId: z.uuid().optional(),
  category: Category.optional().describe('Only where shown'),
  handling: z.string().optional(),
  condition: z.string().optional(),
  acceptFirst: z.boolean().optional().describe('Withheld until this viewer accepts what it carries: its `obligations`'),
  reason: z
    .object({ code: z.string(), sentence: z.string() })
    .describe('The deciding reason, as this viewer may read it'),
  reviewId: z.uuid().optional(),
  releaser: z.string().optional().describe('Who will answer the REVIEW; the first of `releasers`'),
  releasers: z
    .array(z.string())
    .optional()
    .describe('All who have still to say yes: it stays shut until the last of them has'),
  dueAt: z.iso.datetime().optional().describe('By when the last of them is to answer'),
  decisionId: z.uuid(),
  overridable: z
    .literal(true)
    .optional()
    .describe('Withheld: refused by rules alone, and a manager who did not ask may set that aside, by `decisionId`'),
  rule: z.string(),
  lawfulBasis: z
    .array(z.string())
    .optional()
    .describe('Only where shown: the articles, schedules, statutes and common-law ground that it rests on'),
  redactions: z.array(z.string()),
  obligations: z.array(z.string()),
  identity: z
    .enum(['confirmed', 'possible'])
    .optional()
    .describe(
      'Only where shown: "possible" where nobody has confirmed yet whom it is about; it stands apart, marked so',
    ),
});
export type ReleasedItem = z.infer<typeof ReleasedItem>;

/** `coverage` of an answer is released with its items. Whatever may not even be known to exist is simply not here. */
export const Released = z.object({
  releaseId: z.uuid(),
  releasedAt: z.iso.datetime(),
  items: z.array(ReleasedItem),
  coverage: z.array(
    z.object({
      envelopeId: z.uuid(),
      agencyId: z.string(),
      personId: z.uuid(),
      state: z.string(),
      systems: z.array(z.string()),
      identifiers: z.array(z.string()),
      from: z.string().optional(),
      to: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  refused: z
    .array(z.object({ envelopeId: z.uuid(), code: z.string() }))
    .describe(
      'Envelopes that could not be opened: copied, relabelled, wrongly keyed; recalled; SHARING.AGREEMENT_STOPPED: a question whose agreement a party has stopped since',
    ),
  missing: z
    .array(z.object({ answerId: z.uuid(), agencyId: z.string() }))
    .optional()
    .describe('Answers that were accepted and lie there no more (`lying`): what they said is known to nobody here'),
});
export type Released = z.infer<typeof Released>;
