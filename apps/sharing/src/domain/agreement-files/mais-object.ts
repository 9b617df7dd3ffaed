import { AgreementContent } from '@mash/contracts';
import { z } from 'zod';

const { shape } = AgreementContent;
const line = shape.lines.element.shape;
const party = shape.parties.element.shape;
const basis = shape.bases.element.shape;
const words = shape.words.shape;

const Use = z.strictObject({ Mode: line.modes, OnwardRelease: line.standingRelease });

/** One direction of sharing: what is permitted of it, or restricted. */
const Data = z
  .strictObject({
    Identifier: line.lineId,
    Rank: line.rank,
    From: line.from,
    To: line.to,
    Purpose: line.purposes,
    Category: line.categories,
    PermittedUse: Use.optional(),
    Restrictions: Use.optional(),
  })
  .refine(({ PermittedUse, Restrictions }) => (PermittedUse === undefined) !== (Restrictions === undefined), {
    message: 'Name either PermittedUse or Restrictions',
  });

export const uriOf = (agreementId: string, version: number): string => `urn:mash:agreement:${agreementId}:${version}`;

/** The objects of the draft MAIS standard: what all parties agreed to, or what one body asks the others to agree to. */
export const MAIS_ROOTS = ['SharingPolicy', 'SharingRequest'] as const;
export type MaisRoot = (typeof MAIS_ROOTS)[number];

/**
 * A sharing policy or request in the element names of the draft multi-agency information sharing (MAIS) standard: both hold the same. What that
 * draft has no element for stands beside them under names of ours, so that nothing is lost on the way out and back.
 */
export const MaisObject = z
  .strictObject({
    URI: z.string(),
    Identifier: shape.agreementId,
    Version: shape.version,
    Name: shape.title,
    ShortName: shape.slug,
    Tier: shape.tier,
    Contact: shape.owner,
    StartDate: shape.inForceFrom,
    EndDate: shape.inForceTo,
    ReviewDate: shape.reviewDue,
    Purpose: words.why,
    Party: z
      .array(z.strictObject({ Identifier: party.agencyId, Role: party.role, Responsibilities: party.responsibilities }))
      .max(60),
    Data: z.array(Data).min(1).max(200),
    SecurityMeasure: words.security,
    LegalCompliance: z.strictObject({
      LawfulBasis: z
        .array(z.strictObject({ Party: basis.agencyId, Category: basis.categories, Basis: basis.basis }))
        .max(200),
      ImpactAssessment: shape.dpia,
      Retention: words.retention,
      Enquiries: words.asking,
    }),
  })
  .refine(({ URI, Identifier, Version }) => URI === uriOf(Identifier, Version), {
    message: 'Must be urn:mash:agreement:<Identifier>:<Version>',
    path: ['URI'],
  });
export type MaisObject = z.infer<typeof MaisObject>;

/** A file of one such object under its name. */
export const maisFile = <Root extends MaisRoot>(root: Root) =>
  z.strictObject({ [root]: MaisObject } as Record<Root, typeof MaisObject>);
