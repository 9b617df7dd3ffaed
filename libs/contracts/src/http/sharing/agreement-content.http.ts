import { z } from 'zod';
import { AgencyKind, Category, Purpose, SharingMode } from '../../core/codes';
import { isKeepable, keepableText, UNKEEPABLE } from '../../core/keepable-text';

/** What a party is in law for what it shares (UK GDPR articles 4(7), 4(8), 26, 28). */
export const ControllerRole = z.enum(['controller', 'joint_controller', 'processor']);
export type ControllerRole = z.infer<typeof ControllerRole>;

/**
 * What a party may rest on: the codes of the legal frame (rule book section 4). CONSENT is no basis for sharing between
 * bodies here: it can be written down so that a file which relies on it is refused by name (R-REG-01), and not as a typing error.
 */
export const AgreementBasisCode = z.enum([
  'TASK',
  'DUTY',
  'ASSIST',
  'RLI',
  'VITAL',
  'SPEC',
  'PUBLIC',
  'ENC',
  'ADULT',
  'LE',
  'CONSENT',
]);
export type AgreementBasisCode = z.infer<typeof AgreementBasisCode>;

/** Whom one side of a line names: the organisations if any are named, else the types. Neither: nobody. */
export const AgreementTargets = z.strictObject({
  organisations: z.array(keepableText().min(1).max(60)).max(60),
  kinds: z.array(AgencyKind).max(14),
});
export type AgreementTargets = z.infer<typeof AgreementTargets>;

/** One direction: who may, or may not, share what with whom, for what. */
export const AgreementContentLine = z.strictObject({
  lineId: keepableText().min(1).max(40),
  rank: z.enum(['default', 'exception']),
  effect: z.enum(['allow', 'deny']),
  from: AgreementTargets,
  to: AgreementTargets,
  purposes: z.array(Purpose).min(1),
  categories: z.array(Category).min(1),
  modes: z.array(SharingMode.exclude(['protect'])).min(1),
  standingRelease: z.array(z.enum(['team_sc', 'team_eh', 'team_other', 'police', 'agency', 'referrer_pro'])),
});
export type AgreementContentLine = z.infer<typeof AgreementContentLine>;

/** A body that signs. */
export const AgreementParty = z.strictObject({
  agencyId: keepableText().min(1).max(60),
  role: ControllerRole,
  /** What it takes on, beyond what the law says. Public. */
  responsibilities: keepableText().trim().max(1000).optional(),
});
export type AgreementParty = z.infer<typeof AgreementParty>;

/** What one party rests on when it shares these categories. */
export const AgreementBasis = z.strictObject({
  agencyId: keepableText().min(1).max(60),
  categories: z.array(Category).min(1),
  basis: z.array(AgreementBasisCode).min(1),
});
export type AgreementBasis = z.infer<typeof AgreementBasis>;

/** What the data cannot say, in plain English for families. All of it is public. */
export const AgreementWords = z.strictObject({
  why: keepableText().trim().min(1).max(2000),
  /** How long what was shared is kept, and under which rule. */
  retention: keepableText().trim().min(1).max(1000),
  /** How to object or ask, where it differs from the partnership's own words. */
  asking: keepableText().trim().max(1000).optional(),
  /** How it is kept safe. */
  security: keepableText().trim().max(1000).optional(),
});
export type AgreementWords = z.infer<typeof AgreementWords>;

/** One version of an agreement: what the parties approve. Nothing in it is about any family. */
export const AgreementContent = z.strictObject({
  agreementId: z.uuid(),
  version: z.number().int().positive().max(9999),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  title: keepableText().trim().min(1).max(200),
  tier: z.enum(['tier-1', 'tier-2', 'single']),
  /** Role of the person who looks after it, and their body; no name. */
  owner: keepableText().trim().min(1).max(120),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().optional(),
  reviewDue: z.iso.date(),
  /** Empty in versions from before parties had to approve, which come back from a file as they went out: the register check keeps a draft without from going out. */
  parties: z.array(AgreementParty).max(60),
  lines: z.array(AgreementContentLine).min(1).max(200),
  bases: z.array(AgreementBasis).max(200),
  /** Where the data protection impact assessment can be read. */
  dpia: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .refine(isKeepable, UNKEEPABLE)
    .optional(),
  words: AgreementWords,
});
export type AgreementContent = z.infer<typeof AgreementContent>;
