import { z } from 'zod';
import { AgencyKind } from '../../core/codes';

/**
 * GET /agencies: the register of the partnership (people). GET /register/agencies?partnershipId= answers the same to systems with scope facts:read.
 * `answersFor` names the groups of a pack's research plan that this body answers for (`police`, `social-care`, ...).
 */
export const Agencies = z.object({
  agencies: z.array(
    z.object({
      agencyId: z.string(),
      name: z.string(),
      kind: z.string(),
      bound: z.boolean(),
      revealsCategory: z.boolean(),
      answersFor: z.array(z.string()),
    }),
  ),
});
export type Agencies = z.infer<typeof Agencies>;

/** PUT /register/agencies (partnership-admin): adds bodies, or changes what is known of them. Nothing is ever taken out: decisions name them. */
export const RegisterAgencies = z.strictObject({
  agencies: z
    .array(
      z.strictObject({
        agencyId: z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]*$/)
          .max(60),
        name: z.string().trim().min(1).max(120),
        kind: AgencyKind,
        bound: z.boolean().describe('Children Act 2004 s16LA names it'),
        reveals: z.enum(['none', 'addiction', 'sexual_health', 'camhs', 'refuge', 'forensic', 'adoption', 'special']),
        s47List: z.boolean().describe('On the list of Children Act 1989 s47(11)'),
        answersFor: z.array(z.string().max(40)).max(10),
      }),
    )
    .min(1)
    .max(300),
});
export type RegisterAgencies = z.infer<typeof RegisterAgencies>;
