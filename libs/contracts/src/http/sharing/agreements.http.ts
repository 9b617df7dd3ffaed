import { z } from 'zod';
import { AgencyKind, Category, Purpose, SharingMode } from '../../core/codes';

/** GET /agreements (all of the partnership) */
export const AgreementView = z.object({
  agreementId: z.uuid(),
  version: z.number().int(),
  slug: z.string(),
  title: z.string(),
  tier: z.string(),
  state: z.enum(['draft', 'approved', 'in_force', 'superseded', 'stopped']),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().optional(),
  reviewDue: z.iso.date(),
  owner: z.string(),
  standing: z.enum(['in_force', 'past_review', 'not_started', 'expired', 'stopped']),
  lines: z.array(
    z.object({
      lineId: z.string(),
      effect: z.enum(['allow', 'deny']),
      kind: z.enum(['default', 'exception']),
      from: z.array(z.string()),
      to: z.array(z.string()),
      categories: z.array(Category),
      purposes: z.array(Purpose),
      modes: z.array(SharingMode),
    }),
  ),
});
export type AgreementView = z.infer<typeof AgreementView>;
export const Agreements = z.object({ agreements: z.array(AgreementView) });

const AgreementTargets = z.strictObject({
  organisations: z.array(z.string().max(60)).max(60),
  kinds: z.array(AgencyKind).max(14),
});
/** POST /agreements (partnership-admin, ig-officer): puts a version in force; the one before is superseded. POST /agreements/:agreementId/stop stops sharing now. */
export const PublishAgreement = z.strictObject({
  agreementId: z.uuid(),
  version: z.number().int().positive(),
  slug: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(80),
  title: z.string().trim().min(1).max(200),
  tier: z.enum(['tier-1', 'tier-2', 'single']),
  owner: z.string().trim().min(1).max(120),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().optional(),
  reviewDue: z.iso.date(),
  lines: z
    .array(
      z.strictObject({
        lineId: z.string().min(1).max(40),
        rank: z.enum(['default', 'exception']),
        effect: z.enum(['allow', 'deny']),
        from: AgreementTargets,
        to: AgreementTargets,
        purposes: z.array(Purpose).min(1),
        categories: z.array(Category).min(1),
        modes: z.array(SharingMode.exclude(['protect'])).min(1),
        standingRelease: z.array(z.enum(['team_sc', 'team_eh', 'team_other', 'police', 'agency', 'referrer_pro'])),
      }),
    )
    .min(1)
    .max(200),
});
export type PublishAgreement = z.infer<typeof PublishAgreement>;
