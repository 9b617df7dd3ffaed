import { z } from 'zod';
import { Colour, PackRef, ThresholdLevel } from '../../core/codes';
import { Sealed } from '../sealed';

/** Facts the analyst states for the rating table, as the pack's typed inputs name them. */
export const RatingFacts = z.record(z.string().max(60), z.union([z.string().max(60), z.number(), z.boolean()]));
export type RatingFacts = z.infer<typeof RatingFacts>;

/** POST /enquiries/:enquiryId/rating-proposal -> the pack's table with the row that matched. Nothing is kept. */
export const ProposeRating = z.strictObject({ facts: RatingFacts });

export const RatingProposal = z.object({
  pack: PackRef,
  proposed: z.object({ colour: Colour, row: z.string(), reason: z.string() }).optional(),
  cannotPropose: z.array(z.string()).optional().describe('What the table still needs to know, in words'),
  inputs: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      type: z.enum(['choice', 'number', 'boolean']),
      options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
      known: z.union([z.string(), z.number(), z.boolean()]).optional(),
    }),
  ),
  rows: z.array(z.object({ id: z.string(), colour: Colour, reason: z.string(), when: z.string() })),
  colours: z.array(
    z.object({
      colour: Colour,
      label: z.string(),
      criteria: z.string(),
      clocks: z.array(z.object({ code: z.string(), words: z.string(), assumed: z.boolean() })),
    }),
  ),
});
export type RatingProposal = z.infer<typeof RatingProposal>;

/** POST /enquiries/:enquiryId/ratings. Managers, and analysts with clearance social-worker. With a blank roster only red is accepted (DECISION.ROSTER_BLANK). */
export const RateEnquiry = z.strictObject({
  expectedVersion: z.number().int().nonnegative().describe('How many ratings the rater saw'),
  colour: Colour,
  facts: RatingFacts,
  departureReason: z
    .enum(['seriousness', 'pattern', 'new_information', 'vulnerability', 'protective_factors', 'other'])
    .optional()
    .describe('Required where the colour is not the one proposed'),
  threshold: z.strictObject({
    level: ThresholdLevel,
    grounds: z
      .array(
        z.enum([
          'injury',
          'disclosure',
          'neglect',
          'emotional',
          'sexual',
          'domestic_abuse',
          'exploitation',
          'missing',
          'parental_capacity',
          'disability',
          'unborn_risk',
          'needs_unmet',
          'other',
        ]),
      )
      .max(13),
  }),
  strategy: z
    .enum(['held', 'considered_not_held', 'not_indicated'])
    .describe('Red asks: strategy discussion held, or why not (the reason is in the sealed part)'),
  sealed: Sealed.describe('Reasons, typ `note`, sealed by the rater'),
});
export type RateEnquiry = z.infer<typeof RateEnquiry>;
