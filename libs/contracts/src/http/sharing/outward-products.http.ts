import { z } from 'zod';
import { Category, Purpose } from '../../core/codes';
import { CarriedObligation } from './carried-obligation';
import { EnvelopeToOpen } from './envelopes.http';
import { ReleaserCode } from './releaser-code';

/** POST /outward-products (mash-manager): put together from released items and the manager's own words; sealed anew to a key of the receiving case. Nothing unreleased can get in. */
export const MakeOutwardProduct = z.strictObject({
  productId: z.uuid(),
  enquiryId: z.uuid(),
  kind: z.enum(['handover', 'letter']),
  purpose: Purpose,
  audience: z.enum(['team_sc', 'team_eh', 'team_other', 'referrer_pro', 'referrer_public', 'referrer_anon']),
  toAgencyId: z
    .string()
    .max(60)
    .describe(
      'The body of the team. A letter goes to the agency that referred, or stays the hub’s own, whatever is said here',
    ),
  personIds: z.array(z.uuid()).min(1).max(40),
  words: z
    .string()
    .trim()
    .min(1)
    .max(8_000)
    .describe(
      "The manager's own words; refused where they repeat eight words running of an unreleased item (SHARING.REPEATS_UNRELEASED). To a member of the public only the pack's receipt goes, word for word (SHARING.ONLY_THE_PACKS_LETTER)",
    ),
  envelopes: z.array(EnvelopeToOpen).max(200),
  itemIds: z.array(z.string().max(80)).max(400).describe('Items the manager wants in'),
  people: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        displayName: z.string().max(200),
        birthDate: z.string().max(40).optional(),
      }),
    )
    .max(40),
});
export type MakeOutwardProduct = z.infer<typeof MakeOutwardProduct>;
const WordsLeftOut = z
  .object({ code: z.string(), sentence: z.string() })
  .optional()
  .describe('For the hub: its items go by an override, and alone. Why the words and names about somebody do not');
export const OutwardProductMade = z.object({
  productId: z.uuid(),
  state: z.enum(['made', 'waiting_review', 'refused']),
  personIds: z
    .array(z.uuid())
    .optional()
    .describe('Whom it is about: fewer than were asked for where items go alone by an override'),
  included: z.array(z.string()),
  leftOut: z.array(
    z.object({
      itemId: z.string(),
      code: z.string(),
      sentence: z.string(),
      reviewId: z.uuid().optional(),
      sharingDecisionId: z
        .uuid()
        .optional()
        .describe('A refusal that a manager who did not ask may override, by this decision'),
      dueAt: z.iso.datetime().optional().describe('By when its releaser is to answer'),
    }),
  ),
  reason: z.object({ code: z.string(), sentence: z.string() }).optional(),
  wordsLeftOut: WordsLeftOut,
  dueAt: z.iso.datetime().optional().describe('Where it waits: by when the last of those asked is to answer'),
  waitsFor: z
    .array(ReleaserCode)
    .optional()
    .describe('A handover that waits: who is asked. Of a letter nobody is told'),
  takesBack: z
    .literal(true)
    .optional()
    .describe('A handover: one that waited for the same team about one of the same people is taken back'),
});
export type OutwardProductMade = z.infer<typeof OutwardProductMade>;

/**
 * GET /enquiries/:enquiryId/handovers-waiting (hub): which handovers wait for somebody to let them go, sent by the hub or not yet. Another that is put
 * together for the same audience about one of the same people takes their place at once. 404 unknown or not theirs.
 */
export const HandoversWaiting = z.object({
  waiting: z.array(z.object({ audience: z.string(), personIds: z.array(z.uuid()) })),
});
export type HandoversWaiting = z.infer<typeof HandoversWaiting>;
/** POST /outward-products/:productId/open (the receiving team, or for a letter its referrer): decided for this viewer, in the ledger first. Body: { releaseId }. */
export const OpenProduct = z.strictObject({ releaseId: z.uuid() });
export const OpenedProduct = z.object({
  productId: z.uuid(),
  kind: z.enum(['handover', 'letter']),
  madeAt: z.iso.datetime(),
  words: z.string(),
  people: z.array(z.object({ personId: z.uuid(), displayName: z.string(), birthDate: z.string().optional() })),
  items: z.array(
    z.object({
      itemId: z.string(),
      agencyName: z.string(),
      personId: z.uuid(),
      date: z.string().optional(),
      kind: z.string(),
      category: Category,
      text: z.string(),
      handling: z.string().optional(),
      condition: z.string().optional(),
      obligations: z
        .array(CarriedObligation)
        .optional()
        .describe('What travels with it, for whoever reads or prints it'),
      lawfulBasis: z
        .array(z.string())
        .optional()
        .describe('What it rests on: as it was put in, or as it was decided again since'),
      identity: z
        .literal('possible')
        .optional()
        .describe('It has come into doubt since whom it is about: it stands apart, marked so'),
    }),
  ),
  toAccept: z
    .array(
      z.object({
        itemId: z.string(),
        agencyName: z.string(),
        obligations: z.array(CarriedObligation).min(1),
      }),
    )
    .optional()
    .describe('Items that this viewer reads once they have accepted what these carry (POST /condition-acceptances)'),
  recalled: z
    .array(z.object({ on: z.iso.datetime(), items: z.number().int() }))
    .optional()
    .describe('Items that were in it and were recalled since: whoever reads it asks the hub'),
  recalledPeople: z
    .number()
    .int()
    .positive()
    .optional()
    .describe(
      'How many of those whom it names turned out to be somebody else: their names are left out, and not out of its words',
    ),
  withheld: z
    .array(
      z.object({
        what: z.enum(['items', 'words']),
        count: z.number().int().positive(),
        reason: z.object({ code: z.string(), sentence: z.string() }),
      }),
    )
    .optional()
    .describe(
      'What is in it and may not be read: since consent changed, or by this reader, for whom its items were not decided. Without its words no name is left of who refused',
    ),
  closedToRecipient: z
    .object({ code: z.string(), sentence: z.string() })
    .optional()
    .describe('For the hub: why whom it is for may not read its words today'),
  wordsLeftOut: WordsLeftOut,
});
export type OpenedProduct = z.infer<typeof OpenedProduct>;
