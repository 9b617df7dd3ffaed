import { z } from 'zod';
import { Category, Purpose } from '../../core/codes';
import { AskAccess } from '../decision/facts.http';

/**
 * POST /facts/known-agencies (scope facts:named, of `agency-requests` alone): which of these agencies may this person know to have been asked in this enquiry? All others are
 * counted for them, and not named: an agency's name can say what it knows (rule row R-EX-01). Who asked knows it, and is not asked about here.
 * One entry for each question, whatever the number of its requests; more than a call takes are asked in portions.
 */
/** The most questions that one call takes. */
export const MOST_ASKED_AT_ONCE = 1000;
export const AskKnownAgencies = z.strictObject({
  ...AskAccess.shape,
  asked: z
    .array(z.strictObject({ agencyId: z.string().max(60), personId: z.uuid(), category: Category, purpose: Purpose }))
    .max(MOST_ASKED_AT_ONCE),
});
export type AskKnownAgencies = z.infer<typeof AskKnownAgencies>;
export const KnownAgencies = z.object({ agencyIds: z.array(z.string()) });
export type KnownAgencies = z.infer<typeof KnownAgencies>;
