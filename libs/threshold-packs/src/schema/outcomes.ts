import { OutcomeCode, RouteTeam } from '@mash/contracts';
import { z } from 'zod';
import { evidenced } from './evidence';

/** What a decision may come to for a child, in the partnership's words. */
export const PackOutcome = evidenced({
  code: OutcomeCode,
  label: z.string().min(1),
  tellReferrer: z.string().min(1).describe('The sentence a professional referrer may read'),
  team: RouteTeam.optional().describe('Who receives the case; absent where nobody does'),
  needsReason: z.boolean().describe('"Never do nothing": no action needs its own reason'),
});
export type PackOutcome = z.infer<typeof PackOutcome>;

/** A receiving team. */
export const PackRoute = evidenced({
  team: RouteTeam,
  name: z.string().min(1),
  takes: z.string().min(1),
});
export type PackRoute = z.infer<typeof PackRoute>;
