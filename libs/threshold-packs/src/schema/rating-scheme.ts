import { Colour, Role } from '@mash/contracts';
import { z } from 'zod';
import { evidenced } from './evidence';
import { RatingInput } from './rating-input';
import { RatingRow } from './rating-row';

/** One colour of the scheme, as the partnership publishes it. Order 1 is the most urgent. */
export const SchemeColour = evidenced({
  colour: Colour,
  order: z.number().int().positive(),
  label: z.string().min(1),
  meaning: z.string().min(1),
  criteria: z.array(z.string().min(1)).min(1),
});
export type SchemeColour = z.infer<typeof SchemeColour>;

/** The rating of a pack: colours, who rates, what happens to clocks on a new rating, and the table that proposes. */
export const PackRating = z.strictObject({
  scheme: z.array(SchemeColour).min(2),
  whoRates: evidenced({
    roles: z.array(Role).min(1).describe('Rate by their role alone'),
    withClearance: z.array(z.strictObject({ role: Role, clearance: z.string().min(1) })),
    blankRoster: z.literal('red-only').describe('With nobody on the roster only Red is accepted'),
  }),
  onReRating: evidenced({
    runningClocks: z.enum(['shorter-wins', 'restart', 'keep']).describe('What a new rating does to clocks that run'),
  }),
  inputs: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), RatingInput),
  rows: z.array(RatingRow).min(1),
});
export type PackRating = z.infer<typeof PackRating>;
