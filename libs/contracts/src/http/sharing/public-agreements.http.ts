import { z } from 'zod';
import { AgencyKind } from '../../core/codes';
import { AgreementContent } from './agreement-content.http';

/**
 * What anybody may read without signing in: agreements that are, or were, in force, and nothing else. No draft, no person, no account.
 * GET /public/partnerships/:partnership/agreements · GET /public/partnerships/:partnership/agreements/:slug
 */
export const PublicPartnership = z.object({
  slug: z.string(),
  name: z.string(),
  /** How to ask, object or complain, in the partnership's own words. */
  contact: z.object({ office: z.string(), email: z.string().optional(), telephone: z.string().optional() }),
});
export type PublicPartnership = z.infer<typeof PublicPartnership>;

const PublicStanding = z.enum(['in_force', 'past_review', 'not_started', 'expired', 'stopped', 'not_in_force']);

export const PublicAgreementVersion = z.object({
  version: z.number().int(),
  /** Stopped where that ended it; what had expired by then expired. */
  state: z.enum(['in_force', 'superseded', 'stopped']),
  /** London day from which it counted, or is to: its first day, or that on which it was put in force where that was later. */
  inForceFrom: z.iso.date(),
  /** Its last day, or the London day on which it was stopped or superseded where that came earlier. Before `inForceFrom`: it never counted. */
  endedOn: z.iso.date().optional(),
});
export type PublicAgreementVersion = z.infer<typeof PublicAgreementVersion>;

const content = AgreementContent.shape;

export const PublicAgreement = z.object({
  ...{ slug: content.slug, title: content.title, tier: content.tier, owner: content.owner, version: content.version },
  /** As of the version in `versions`: from when it counts, not the day for which it was drawn up. */
  inForceFrom: z.iso.date(),
  ...{ inForceTo: content.inForceTo, reviewDue: content.reviewDue },
  ...{ lines: content.lines, bases: content.bases, dpia: content.dpia, words: content.words },
  standing: PublicStanding,
  stoppedOn: z.iso.date().optional(),
  parties: z.array(
    z.object({
      agencyId: z.string(),
      role: content.parties.element.shape.role,
      responsibilities: content.parties.element.shape.responsibilities,
      /** Day and post; no name. */
      approved: z.object({ on: z.iso.date(), jobTitle: z.string() }).optional(),
    }),
  ),
  bodies: z.array(z.object({ agencyId: z.string(), name: z.string(), kind: AgencyKind })),
  versions: z.array(PublicAgreementVersion),
});
export type PublicAgreement = z.infer<typeof PublicAgreement>;

export const PublicAgreementPage = z.object({ partnership: PublicPartnership, agreement: PublicAgreement });
export type PublicAgreementPage = z.infer<typeof PublicAgreementPage>;

export const PublicAgreementList = z.object({
  partnership: PublicPartnership,
  agreements: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      standing: PublicStanding,
      parties: z.array(z.string()).describe('Names of the parties'),
    }),
  ),
});
export type PublicAgreementList = z.infer<typeof PublicAgreementList>;
