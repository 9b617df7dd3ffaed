import { z } from 'zod';

/**
 * POST /enquiries/:enquiryId/people/:personId/facts (hub): what a professional says of this person in this enquiry, for the sharing
 * decision. Append-only: the newest statement of each fact counts; of competence and objection that of the later day on which it was judged or said. 204.
 */
export const RecordPersonFacts = z
  .strictObject({
    competence: z.enum(['yes', 'no', 'not_assessed']).optional(),
    objects: z.boolean().optional(),
    dispute: z.enum(['open', 'none']).optional(),
    parentalResponsibilityProven: z.boolean().optional(),
    parentId: z
      .uuid()
      .optional()
      .describe('Whose parental responsibility for this person it is; left out, of whoever speaks for them'),
    saidBy: z.enum(['professional', 'parent', 'child', 'court_order', 'register']).describe('Who says so'),
    judgedBy: z
      .enum(['social_worker', 'health', 'education', 'police', 'court', 'hub'])
      .optional()
      .describe('What sort of professional judged it'),
    judgedAt: z.iso.datetime().optional().describe('When they judged it; left out, when it was written down'),
  })
  .refine(
    ({ competence, objects, dispute, parentalResponsibilityProven }) =>
      [competence, objects, dispute, parentalResponsibilityProven].some((fact) => fact !== undefined),
    'State at least one fact',
  );
export type RecordPersonFacts = z.infer<typeof RecordPersonFacts>;

/** GET /enquiries/:enquiryId/people/:personId/facts (hub): what was put on record, newest first, and what stands today. */
export const PersonFacts = z.object({
  standing: z.object({
    kind: z.enum(['unborn', 'u13', '13_15', '16_17', '18_25', 'adult', 'unknown']),
    competence: z.enum(['yes', 'no', 'not_assessed']),
    competenceJudgedAt: z.iso.datetime().optional(),
    competenceStale: z.boolean().describe('Judged more than six months ago: it counts no longer'),
    objects: z.boolean(),
    dispute: z.enum(['open', 'none']),
    parentalResponsibilityProven: z.boolean(),
    provenParents: z.array(z.uuid()),
  }),
  recorded: z.array(
    z.object({
      factId: z.uuid(),
      competence: z.enum(['yes', 'no', 'not_assessed']).optional(),
      objects: z.boolean().optional(),
      dispute: z.enum(['open', 'none']).optional(),
      parentalResponsibilityProven: z.boolean().optional(),
      parentId: z.uuid().optional(),
      saidBy: z.string(),
      judgedBy: z.string().optional(),
      judgedAt: z.iso.datetime(),
      recordedBy: z.string(),
      recordedAt: z.iso.datetime(),
      mayBeOfAnother: z
        .literal(true)
        .optional()
        .describe(
          'Recorded while somebody was linked wrongly: only what closes is read of it (an objection, a dispute, a responsibility that is not proven), of each whom it may be of',
        ),
    }),
  ),
});
export type PersonFacts = z.infer<typeof PersonFacts>;
