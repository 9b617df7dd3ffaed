import { z } from 'zod';
import {
  AgencyKind,
  Category,
  ConsentKind,
  ConsentState,
  NotSoughtGround,
  Purpose,
  SharingMode,
  SharingOutcome,
} from '../core/codes';
import { Sealed } from './sealed';

/** A public enquiry key on lease, signed by `sharing`'s pinned key. POST /keys/leases (scope keys:lease). GET /keys/overflow?partnershipId= (scope keys:lease). */
export const KeyLease = z.object({
  kid: z.string(),
  publicKey: z.record(z.string(), z.string()).describe('X25519 public JWK'),
  partnershipId: z.uuid(),
  use: z.enum(['enquiry', 'case', 'overflow']),
  expiresAt: z.iso.datetime(),
  signature: z.string().describe('Compact JWS over the other fields'),
});
export type KeyLease = z.infer<typeof KeyLease>;
export const LeaseKeys = z.strictObject({
  partnershipId: z.uuid(),
  use: z.enum(['enquiry', 'case']),
  count: z.number().int().min(1).max(50),
});
export type LeaseKeys = z.infer<typeof LeaseKeys>;
export const KeyLeases = z.object({ leases: z.array(KeyLease) });
/** GET /enquiries/:enquiryId/key (person's token or scope keys:lease): the key already bound to the enquiry, for sealing more to it. */
export const BoundKey = KeyLease;

/** POST /drafts/open (the author's own token): no ledger row, an audit entry. */
export const OpenDraft = z.strictObject({ draftId: z.uuid(), sealed: Sealed });
export type OpenDraft = z.infer<typeof OpenDraft>;
export const OpenedDraft = z.object({ content: z.unknown() });

/**
 * An envelope as it lies in its owner's row: these ids must agree with its header and with the claims inside (`@mash/sealing` EnvelopeIds;
 * partnership and enquiry come from the call). `envelopeId` names the row: contactId, answer envelope, ratingId (a `note`), decisionId, noticeId
 * (an `outward` with productId = noticeId) ...
 */
export const EnvelopeToOpen = z.strictObject({
  typ: z.enum(['contact', 'caller', 'request', 'answer', 'decision', 'review', 'note', 'outward']),
  envelopeId: z.uuid(),
  version: z.number().int().positive().default(1),
  contactId: z.uuid().optional(),
  requestId: z.uuid().optional(),
  answerId: z.uuid().optional(),
  decisionId: z.uuid().optional(),
  reviewId: z.uuid().optional(),
  noteId: z.uuid().optional(),
  authorId: z.uuid().optional(),
  productId: z.uuid().optional(),
  personId: z.uuid().optional(),
  agencyId: z.string().max(60).optional(),
  sealed: Sealed,
});
export type EnvelopeToOpen = z.infer<typeof EnvelopeToOpen>;

/**
 * POST /releases (a person's own five-minute token for audience `sharing`; no service credential can call it).
 * `releaseId` is new on each call: the same id twice is refused (SHARING.RELEASE_REPEATED). The ledger and the audit entry are written before the answer.
 */
export const Release = z.strictObject({
  releaseId: z.uuid(),
  enquiryId: z.uuid(),
  mode: SharingMode.exclude(['existence']),
  purpose: Purpose,
  recipient: z
    .strictObject({
      agencyId: z.string().max(60),
      team: z.enum(['police', 'social-care', 'emergency-duty']).optional(),
    })
    .optional()
    .describe('protect: whom the caller is about to tell'),
  envelopes: z.array(EnvelopeToOpen).min(1).max(200),
});
export type Release = z.infer<typeof Release>;

/** One fact inside an answer, or a whole document of another type. `content` is present only where shown, already redacted. */
export const ReleasedItem = z.object({
  envelopeId: z.uuid(),
  itemId: z.string().describe('Item of the answer, or the envelope id for a whole document'),
  visibility: z.enum(['shown', 'withheld']),
  outcome: SharingOutcome,
  content: z.unknown().optional(),
  agencyId: z.string().optional(),
  personId: z.uuid().optional(),
  category: Category.optional().describe('Only where shown'),
  handling: z.string().optional(),
  condition: z.string().optional(),
  reason: z
    .object({ code: z.string(), sentence: z.string() })
    .describe('The deciding reason, as this viewer may read it'),
  reviewId: z.uuid().optional(),
  releaser: z.string().optional().describe('Who will answer the REVIEW'),
  dueAt: z.iso.datetime().optional(),
  decisionId: z.uuid(),
  rule: z.string(),
  redactions: z.array(z.string()),
  obligations: z.array(z.string()),
});
export type ReleasedItem = z.infer<typeof ReleasedItem>;

/** `coverage` of an answer is released with its items. Whatever may not even be known to exist is simply not here. */
export const Released = z.object({
  releaseId: z.uuid(),
  releasedAt: z.iso.datetime(),
  items: z.array(ReleasedItem),
  coverage: z.array(
    z.object({
      envelopeId: z.uuid(),
      agencyId: z.string(),
      personId: z.uuid(),
      state: z.string(),
      systems: z.array(z.string()),
      identifiers: z.array(z.string()),
      from: z.string().optional(),
      to: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  refused: z
    .array(z.object({ envelopeId: z.uuid(), code: z.string() }))
    .describe('Envelopes that could not be opened: copied, relabelled, wrongly keyed'),
});
export type Released = z.infer<typeof Released>;

/** POST /enquiries/:enquiryId/ask-preview (hub): what would happen to each line if it were sent now. Nothing is kept but an audit entry. */
export const PreviewAsk = z.strictObject({
  purpose: Purpose,
  lines: z
    .array(
      z.strictObject({
        agencyId: z.string().max(60),
        personId: z.uuid(),
        category: Category,
        existenceOnly: z.boolean(),
        need: z.enum(['yes', 'no', 'unclear']),
      }),
    )
    .min(1)
    .max(200),
});
export type PreviewAsk = z.infer<typeof PreviewAsk>;
export const AskPreview = z.object({
  lines: z.array(
    z.object({
      agencyId: z.string(),
      personId: z.uuid(),
      category: Category,
      outcome: SharingOutcome,
      reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
      rule: z.string(),
    }),
  ),
});
export type AskPreview = z.infer<typeof AskPreview>;

/** GET /enquiries/:enquiryId/sharing-decisions (hub, ig): every decision about the enquiry's lines with its reasons. */
export const SharingDecisionView = z.object({
  sharingDecisionId: z.uuid(),
  about: z.object({ kind: z.string(), id: z.uuid() }),
  mode: SharingMode,
  toAgencyId: z.string().optional(),
  personId: z.uuid().optional(),
  category: Category.optional(),
  outcome: SharingOutcome,
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  lawfulBasis: z.array(z.string()),
  obligations: z.array(z.string()),
  rule: z.string(),
  ruleSetVersion: z.string(),
  agreementVersion: z.string().optional(),
  decidedAt: z.iso.datetime(),
  byPerson: z.string().optional(),
  reviewId: z.uuid().optional(),
});
export type SharingDecisionView = z.infer<typeof SharingDecisionView>;
export const SharingDecisions = z.object({ decisions: z.array(SharingDecisionView) });

/** GET /reviews (those the actor may answer, oldest due first), GET /reviews/:reviewId */
export const Review = z.object({
  reviewId: z.uuid(),
  enquiryId: z.uuid(),
  sharingDecisionId: z.uuid(),
  about: z.object({ kind: z.string(), id: z.uuid() }),
  mode: SharingMode,
  fromAgencyId: z.string(),
  toAgencyId: z.string().optional(),
  toAudience: z.string(),
  personId: z.uuid().optional(),
  category: Category.optional(),
  purpose: Purpose,
  releaser: z.enum(['holder', 'hub_manager', 'holder_safeguarding_lead', 'legal', 'adoption_agency', 'ig']),
  releaserAgencyId: z.string().optional(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  state: z.enum(['open', 'released', 'refused']),
  late: z.boolean(),
  level: z.enum(['releaser', 'deputy', 'senior', 'hub_and_ig']),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  threshold: z.string(),
  consent: z.string(),
  agreement: z.string(),
  informParent: z.boolean(),
  askedBy: z.string(),
  answeredBy: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
  ground: z.string().optional(),
});
export type Review = z.infer<typeof Review>;
export const Reviews = z.object({ reviews: z.array(Review) });
/** POST /reviews/:reviewId/answer. Nobody answers what they asked themselves (SHARING.SELF_RELEASE). */
export const AnswerReview = z.strictObject({
  answer: z.enum(['release', 'release_with_conditions', 'refuse']),
  ground: z.enum([
    'child_safety_outweighs',
    'necessary_and_proportionate',
    'consent_obtained',
    'holder_agrees',
    'not_necessary',
    'harm_to_child',
    'source_at_risk',
    'other_route',
    'law_forbids',
  ]),
  sealedReason: Sealed.describe('The written reason, typ `review`'),
  condition: z.string().max(200).optional(),
});
export type AnswerReview = z.infer<typeof AnswerReview>;

/** POST /outward-products (mash-manager): put together from released items and the manager's own words; sealed anew to a key of the receiving case. Nothing unreleased can get in. */
export const MakeOutwardProduct = z.strictObject({
  productId: z.uuid(),
  enquiryId: z.uuid(),
  kind: z.enum(['handover', 'letter']),
  purpose: Purpose,
  audience: z.enum(['team_sc', 'team_eh', 'team_other', 'referrer_pro', 'referrer_public', 'referrer_anon']),
  toAgencyId: z.string().max(60),
  personIds: z.array(z.uuid()).min(1).max(40),
  words: z
    .string()
    .trim()
    .min(1)
    .max(8_000)
    .describe(
      "The manager's own words; refused where they repeat eight words running of an unreleased item (SHARING.REPEATS_UNRELEASED)",
    ),
  envelopes: z.array(EnvelopeToOpen).max(200),
  itemIds: z.array(z.string().max(80)).max(400).describe('Items the manager wants in'),
  people: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        displayName: z.string().max(200),
        birthDate: z.string().max(40).optional(),
      }),
    )
    .max(40),
});
export type MakeOutwardProduct = z.infer<typeof MakeOutwardProduct>;
export const OutwardProductMade = z.object({
  productId: z.uuid(),
  state: z.enum(['made', 'waiting_review', 'refused']),
  included: z.array(z.string()),
  leftOut: z.array(
    z.object({ itemId: z.string(), code: z.string(), sentence: z.string(), reviewId: z.uuid().optional() }),
  ),
  reason: z.object({ code: z.string(), sentence: z.string() }).optional(),
});
export type OutwardProductMade = z.infer<typeof OutwardProductMade>;
/** POST /outward-products/:productId/open (the receiving team, or for a letter its referrer): decided for this viewer, in the ledger first. Body: { releaseId }. */
export const OpenProduct = z.strictObject({ releaseId: z.uuid() });
export const OpenedProduct = z.object({
  productId: z.uuid(),
  kind: z.enum(['handover', 'letter']),
  madeAt: z.iso.datetime(),
  words: z.string(),
  people: z.array(z.object({ personId: z.uuid(), displayName: z.string(), birthDate: z.string().optional() })),
  items: z.array(
    z.object({
      itemId: z.string(),
      agencyName: z.string(),
      personId: z.uuid(),
      date: z.string().optional(),
      kind: z.string(),
      category: Category,
      text: z.string(),
      handling: z.string().optional(),
      condition: z.string().optional(),
    }),
  ),
});
export type OpenedProduct = z.infer<typeof OpenedProduct>;

/** GET /enquiries/:enquiryId/consents (hub) and POST the same (record a change). */
export const ConsentView = z.object({
  statementId: z.uuid(),
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: z.string().optional(),
  givenBy: z.string(),
  statedAt: z.iso.datetime(),
  recordedBy: z.string(),
});
export const Consents = z.object({ statements: z.array(ConsentView) });
export type Consents = z.infer<typeof Consents>;

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

/** GET /ledger?enquiryId= (hub, ig): what was disclosed about this enquiry, to whom, why, under which rule; what was refused. Category and reason opened for the reader by role. */
export const LedgerEntry = z.object({
  disclosureId: z.uuid(),
  at: z.iso.datetime(),
  enquiryId: z.uuid(),
  personId: z.uuid().optional(),
  fromAgencyId: z.string().optional(),
  recipientId: z.string(),
  recipientAgencyId: z.string(),
  audience: z.string(),
  mode: SharingMode,
  purpose: Purpose,
  outcome: SharingOutcome,
  visibility: z.string(),
  rule: z.string(),
  ruleSetVersion: z.string(),
  category: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  releaseId: z.uuid(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export const Ledger = z.object({ entries: z.array(LedgerEntry), page: z.number().int(), pages: z.number().int() });

/** GET /enquiries/:enquiryId/obligations (hub): dated tasks with an owner. */
export const ObligationView = z.object({
  obligationId: z.uuid(),
  code: z.string(),
  words: z.string(),
  owner: z.string(),
  dueAt: z.iso.datetime(),
  doneAt: z.iso.datetime().optional(),
});
export const Obligations = z.object({ obligations: z.array(ObligationView) });
export type Obligations = z.infer<typeof Obligations>;

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

/** POST /enquiries/:enquiryId/consents (hub): a later statement; history is never changed. */
export const StateConsent = z.strictObject({
  statementId: z.uuid(),
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: NotSoughtGround.optional(),
  givenBy: z.enum(['self', 'parent_with_pr', 'parent_pr_unproven', 'other', 'not_applicable']),
  givenById: z.uuid().optional(),
  bodies: z.array(z.string().max(60)).max(30),
  statedAt: z.iso.datetime(),
});
export type StateConsent = z.infer<typeof StateConsent>;
