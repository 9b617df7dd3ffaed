import { z } from 'zod';

/**
 * What the sender says that a line is needed for (rule book section 1, `need`). Whether it counts as needed the rules find from the roster and
 * the concern: of somebody whom nobody worries about a yes without a worry that the concern names is no yes.
 */
export const NeedSaid = z.object({
  need: z.enum(['yes', 'no', 'unclear']).optional().describe('Left out where nobody said: unclear'),
  worry: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .describe(
      'The worry that it answers, as a code of the pack: for those who neither live with the child nor care for it',
    ),
});
export type NeedSaid = z.infer<typeof NeedSaid>;
