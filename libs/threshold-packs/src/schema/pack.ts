import { ThresholdLevel } from '@mash/contracts';
import { z } from 'zod';
import { evidenced } from './evidence';
import { PackLetter } from './letter';
import { PackOpening, PackOutOfHours } from './opening';
import { PackOutcome, PackRoute } from './outcomes';
import { PackClocks } from './pack-clocks';
import { PackRating } from './rating-scheme';
import { PackResearch } from './research-plan';

/** A level of need. It guides; it neither sets a colour nor a threshold by itself. */
export const PackLevel = evidenced({
  level: z.number().int().positive(),
  name: z.string().min(1),
  description: z.string().min(1),
  thresholds: z.array(ThresholdLevel).min(1).describe('Thresholds in law that lie within this level'),
});
export type PackLevel = z.infer<typeof PackLevel>;

const evidencedCount = evidenced({ value: z.number().int().positive() });

/** A partnership's thresholds, rating table, clocks, research plan, outcomes, routes and letters, as one versioned document. */
export const Pack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.string().regex(/^\d{4}\.\d+$/),
  name: z.string().min(1),
  about: z.string().min(1),
  status: z
    .enum(['demonstration', 'approved'])
    .describe('`demonstration`: nobody has approved it for work with families'),
  sources: z.record(z.string(), z.string().min(1)).describe('Source id to what it is'),
  levels: z.array(PackLevel).min(1),
  rating: PackRating,
  clocks: PackClocks,
  opening: PackOpening,
  outOfHours: PackOutOfHours,
  research: PackResearch,
  presentingIssues: z.array(z.strictObject({ code: z.string().regex(/^[a-z-]+$/), label: z.string().min(1) })).min(1),
  outcomes: z.array(PackOutcome).min(1),
  routes: z.array(PackRoute).min(1),
  letters: z.array(PackLetter).min(1),
  contactPoint: z.strictObject({ hubTelephone: z.string().min(1), howToDisagree: z.string().min(1) }),
  limits: z.strictObject({
    volumeAlarmPeoplePerHour: evidencedCount.describe('People opened by one account in an hour before IG is told'),
    auditDownMinutes: evidencedCount.describe('Age of the oldest unsent audit entry from which no case data is shown'),
    repeatContacts12Months: evidencedCount.describe('From how many earlier contacts on a contact is shown as a repeat'),
    brokenGlassMinutes: evidencedCount.describe('How long a restricted enquiry stays open to whoever broke its glass'),
  }),
  sharing: z.strictObject({
    agreementGapBetweenBoundBodies: evidenced({ outcome: z.enum(['REVIEW', 'PERMIT']) }).describe('Rule R-AGR-03'),
    pastReviewGraceDays: evidencedCount.describe('Rule R-AGR-06'),
    helpWithoutServiceConsent: evidenced({ outcome: z.enum(['REVIEW', 'DENY']) }).describe('Rule R-CONS-03'),
    noGroundBetweenBoundBodies: evidenced({ outcome: z.enum(['PERMIT', 'REVIEW']) }).describe('Rule R-CONS-07'),
    askingUnboundBodies: evidenced({ outcome: z.enum(['REVIEW', 'DENY']) }).describe('Rule R-BODY-01'),
    override: evidenced({
      secondPerson: z.boolean().describe('A second permitted manager confirms an override before it takes effect'),
      signInWithinMinutes: z
        .number()
        .int()
        .min(1)
        .max(60)
        .describe('How fresh the sign-in must be of whoever overrides or confirms'),
    }).describe('Rule R-OVR-01'),
  }),
});
export type Pack = z.infer<typeof Pack>;
