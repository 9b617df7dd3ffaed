import { z } from 'zod';
import { AgencyKind } from '../../core/codes';
import { AgreementContent } from './agreement-content.http';

/**
 * Most characters of a version, written as JSON without a space. Two hundred lines that each name every category and purpose fit; reading more than that
 * from a file would keep the service from its other work for seconds.
 */
const LARGEST_AGREEMENT = 300_000;

/** Where a version is on its way: draft, out for approval, approved by every party, in force, and what comes after. */
export const AgreementState = z.enum(['draft', 'proposed', 'approved', 'in_force', 'superseded', 'stopped']);
export type AgreementState = z.infer<typeof AgreementState>;

/** A body that the version names, as the register knows it. */
export const NamedBody = z.object({ agencyId: z.string(), name: z.string(), kind: AgencyKind });
export type NamedBody = z.infer<typeof NamedBody>;

/** What the register check finds, as a field of the version (`lines.2.effect`). What is found keeps it out of force. */
export const AgreementFinding = z.object({ field: z.string(), code: z.string(), message: z.string() });
export type AgreementFinding = z.infer<typeof AgreementFinding>;

/** Whether a party has approved this version, and who for it. */
export const PartyApproval = z.object({
  agencyId: z.string(),
  approvedAt: z.iso.datetime().optional(),
  /** Name and post as the register of signatories had them at the time. */
  approvedBy: z.object({ name: z.string(), jobTitle: z.string() }).optional(),
  /** Posts of those who may approve for it, where nobody has. */
  waitsFor: z.array(z.object({ name: z.string(), jobTitle: z.string() })),
});
export type PartyApproval = z.infer<typeof PartyApproval>;

/** GET /agreements: every version of the partnership that the caller may read; drafts only to those who keep them. */
export const AgreementView = AgreementContent.extend({
  state: AgreementState,
  standing: z.enum(['in_force', 'past_review', 'not_started', 'expired', 'stopped', 'not_in_force']),
  bodies: z.array(NamedBody),
  approvals: z.array(PartyApproval),
  /** What the register check says today; only of a version that is not in force yet. */
  findings: z.array(AgreementFinding),
  /** Of a version in force: grounds that a party cannot have any more, as the register says today. It counts all the same until it is drawn again. */
  outOfDate: z.array(AgreementFinding).optional(),
  /** What the caller may do with it now. The service decides again when it is done. */
  may: z.array(z.enum(['draft', 'propose', 'approve', 'put-in-force', 'stop'])),
});
export type AgreementView = z.infer<typeof AgreementView>;
export const Agreements = z.object({ agreements: z.array(AgreementView) });

/** One step in the life of a version. Steps are only ever added. */
export const AgreementStep = z.object({
  step: z.enum(['drafted', 'discarded', 'proposed', 'approved', 'put_in_force', 'superseded', 'stopped']),
  version: z.number().int(),
  at: z.iso.datetime(),
  /** The party that an approval is for. */
  agencyId: z.string().optional(),
  byAccount: z.string(),
  /** As the register of signatories had them at the time; absent where it did not know the person. */
  byName: z.string().optional(),
  byJobTitle: z.string().optional(),
});
export type AgreementStep = z.infer<typeof AgreementStep>;

/** GET /agreements/:agreementId/versions/:version */
export const AgreementDetail = AgreementView.extend({ history: z.array(AgreementStep) });
export type AgreementDetail = z.infer<typeof AgreementDetail>;

/**
 * Which draft of the agreement what is saved takes the place of: when that was saved (the `at` of its step `drafted`), or that none lies there. Where it is
 * said and another lies there by then, nothing is saved (409 SHARING.DRAFT_CHANGED, with `replaces` as it is now). Left out, any is replaced.
 */
export const DraftReplaced = z.union([z.literal('none'), z.iso.datetime()]);
export type DraftReplaced = z.infer<typeof DraftReplaced>;

/**
 * POST /agreements?replaces= (partnership-admin): saves a draft; again, in place of the draft of that agreement. 204.
 * POST /agreements/:agreementId/draft/discard?read= (partnership-admin)
 * POST /agreements/:agreementId/versions/:version/propose?read= (partnership-admin): out for approval; from here on it cannot be changed.
 * `read` says which draft whoever presses it has read, as `replaces` does: where another lies there by then, nothing is done (409 SHARING.DRAFT_CHANGED).
 * POST /agreements/:agreementId/versions/:version/approve (a registered signatory): for the caller's own body.
 * POST /agreements/:agreementId/versions/:version/put-in-force (partnership-admin): only when every party has approved.
 * POST /agreements/:agreementId/stop (partnership-admin, ig-officer): stops sharing now.
 */
export const DraftAgreement = AgreementContent.refine(
  (content) => JSON.stringify(content).length <= LARGEST_AGREEMENT,
  {
    message: `An agreement holds at most ${LARGEST_AGREEMENT} characters in all`,
  },
);
export type DraftAgreement = AgreementContent;

/**
 * POST /agreements/import (partnership-admin): a file in one of our formats becomes a draft. Faults name line and field; nothing changes. Whatever can be a
 * draft can be a file: in none of the formats does one grow to four times its characters.
 */
export const ImportAgreement = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(4 * LARGEST_AGREEMENT),
  replaces: DraftReplaced.optional(),
});
export type ImportAgreement = z.infer<typeof ImportAgreement>;
export const ImportedAgreement = z.object({ agreementId: z.uuid(), version: z.number().int() });
export type ImportedAgreement = z.infer<typeof ImportedAgreement>;

/** GET /agreements/:agreementId/versions/:version/export/:format */
export const ExportFormat = z.enum(['yaml', 'mais']);
export type ExportFormat = z.infer<typeof ExportFormat>;
export const ExportedAgreement = z.object({ text: z.string(), fileName: z.string(), mediaType: z.string() });
export type ExportedAgreement = z.infer<typeof ExportedAgreement>;
