import { z } from 'zod';
import { Category, Purpose, SharingMode, SharingOutcome } from '../../core/codes';
import { NeedSaid } from '../../core/need-said';
import { StatutoryTask } from '../../core/statutory-task';
import { Review } from './reviews.http';

/** POST /enquiries/:enquiryId/ask-preview (hub): what would happen to each line if it were sent now. Nothing is kept but an audit entry. */
export const PreviewAsk = z.strictObject({
  purpose: Purpose,
  task: StatutoryTask.optional().describe('The task that the text will state; left out, it states none'),
  lines: z
    .array(
      z.strictObject({
        agencyId: z.string().max(60),
        personId: z.uuid(),
        category: Category,
        existenceOnly: z.boolean(),
        ...NeedSaid.shape,
        crossBorder: z
          .boolean()
          .optional()
          .describe('A neighbouring council: this person lives, lived or is placed there, as the asker says'),
      }),
    )
    .min(1)
    .max(200),
});
export type PreviewAsk = z.infer<typeof PreviewAsk>;
export const AskPreview = z.object({
  consentVersion: z.number().int().nonnegative().optional().describe('Statements about consent that this rests on'),
  lines: z.array(
    z.object({
      agencyId: z.string(),
      personId: z.uuid(),
      category: Category,
      outcome: SharingOutcome,
      reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
      lawfulBasis: z.array(z.string()).optional().describe('Empty unless it would go now'),
      rule: z.string(),
    }),
  ),
});
export type AskPreview = z.infer<typeof AskPreview>;

/** Facts that came from one source in one version: the decision rested on these, and no value is told. */
export const RestsOnFacts = z.object({
  source: z.string().describe('Service, register, agreement or envelope'),
  author: z.string().describe('Account, agency or service that said so'),
  at: z.iso.datetime(),
  version: z.number().int().nonnegative(),
  facts: z.array(z.string()).describe('Names of the facts, as the rule book has them'),
  words: z.array(z.string()).optional().describe('The same in the words of a page'),
});
export type RestsOnFacts = z.infer<typeof RestsOnFacts>;

/** GET /enquiries/:enquiryId/sharing-decisions (hub, ig): every decision about the enquiry's lines with its reasons. */
export const SharingDecisionView = z.object({
  sharingDecisionId: z.uuid(),
  about: z.object({ kind: z.string(), id: z.uuid() }),
  mode: SharingMode,
  toAgencyId: z.string().optional(),
  personId: z.uuid().optional(),
  category: Category.optional(),
  outcome: SharingOutcome,
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  lawfulBasis: z.array(z.string()),
  obligations: z.array(z.string()),
  rule: z.string(),
  ruleSetVersion: z.string(),
  agreementVersion: z.string().optional(),
  decidedAt: z.iso.datetime(),
  restsOn: z.array(RestsOnFacts).optional(),
  byPerson: z.string().optional(),
  reviewId: z.uuid().optional(),
  releaser: Review.shape.releaser
    .optional()
    .describe('Who answers the REVIEW that it waits for; the first of `waitsFor`'),
  releaserAgencyId: z.string().optional(),
  waitsFor: z
    .array(z.object({ releaser: Review.shape.releaser, releaserAgencyId: z.string().optional() }))
    .optional()
    .describe('All who have still to say yes: it goes once the last of them has'),
  dueAt: z.iso.datetime().optional().describe('By when the last of them is to answer'),
});
export type SharingDecisionView = z.infer<typeof SharingDecisionView>;
export const SharingDecisions = z.object({ decisions: z.array(SharingDecisionView) });
