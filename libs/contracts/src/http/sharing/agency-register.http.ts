import { z } from 'zod';
import { AgencyKind } from '../../core/codes';
import { keepableText } from '../../core/keepable-text';

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
        name: keepableText().trim().min(1).max(120),
        kind: AgencyKind,
        bound: z.boolean().describe('Children Act 2004 s16LA names it'),
        boundFrom: z.iso
          .date()
          .nullish()
          .describe(
            'The London day from which it does; null, from the first day of the duty. Left out, as it was; of a new body, null',
          ),
        reveals: z.enum(['none', 'addiction', 'sexual_health', 'camhs', 'refuge', 'forensic', 'adoption', 'special']),
        s47List: z.boolean().describe('On the list of Children Act 1989 s47(11)'),
        answersFor: z.array(keepableText().max(40)).max(10),
      }),
    )
    .min(1)
    .max(300),
});
export type RegisterAgencies = z.infer<typeof RegisterAgencies>;

/**
 * PUT /register/signatories (partnership-admin): who may approve agreements for which body, by name and post; also the people of the
 * partnership itself who put agreements in force and approve nothing. Nobody is taken out: `endedOn` says from which London day on somebody may no longer.
 * 409 SHARING.SIGNATORY_CHANGED (with `signatories.<place>`) where somebody has changed an entry since it was read; the same sent twice is kept once.
 * GET /register/signatories (partnership-admin, ig-officer).
 */
export const Signatory = z.strictObject({
  accountId: z.uuid(),
  agencyId: keepableText().min(1).max(60),
  name: keepableText().trim().min(1).max(120),
  jobTitle: keepableText().trim().min(1).max(120),
  /** May approve for the body. Without it the person is known by name and post, and no more. */
  approves: z.boolean(),
  endedOn: z.iso.date().optional(),
});
export type Signatory = z.infer<typeof Signatory>;
export const RegisterSignatories = z.strictObject({
  signatories: z.array(Signatory).min(1).max(300),
  replaces: z
    .array(Signatory)
    .max(300)
    .optional()
    .describe(
      'The entries in whose place they come, as whoever writes has read them: one that is not among them was not there. Where another is there by then, nothing is kept. Left out, any is replaced',
    ),
});
export type RegisterSignatories = z.infer<typeof RegisterSignatories>;
export const Signatories = z.object({ signatories: z.array(z.object(Signatory.shape)) });
export type Signatories = z.infer<typeof Signatories>;

/** PUT /register/partnership (partnership-admin): under which name its agreements can be read by anybody, and whom to ask. */
export const RegisterPartnership = z.strictObject({
  /** Part of the public address: /p/<slug>/agreements. No two partnerships have the same. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .min(3)
    .max(60),
  name: keepableText().trim().min(1).max(120),
  contact: z.strictObject({
    office: keepableText().trim().min(1).max(200),
    email: z.email().max(200).optional(),
    telephone: keepableText().trim().max(40).optional(),
  }),
});
export type RegisterPartnership = z.infer<typeof RegisterPartnership>;
/** GET /register/partnership (anybody of the partnership): 404 until it has been set. */
export const PartnershipView = z.object({
  slug: z.string(),
  name: z.string(),
  contact: z.object(RegisterPartnership.shape.contact.shape),
});
export type PartnershipView = z.infer<typeof PartnershipView>;
