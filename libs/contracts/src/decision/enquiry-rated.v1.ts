import { z } from 'zod';
import { Colour, PackRef, ThresholdLevel } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A qualified person has rated the enquiry (again). Colour and threshold stand side by side; neither comes from the other. */
export const EnquiryRatedV1 = defineEvent({
  type: 'decision.enquiry-rated',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    ratingId: Id.describe('This rating'),
    ratingVersion: z.number().int().positive().describe('Counts the ratings of this enquiry'),
    colour: Colour.describe('Urgency, as the person rated it'),
    proposedColour: Colour.optional().describe('What the pack proposed; absent where it could not'),
    proposedRow: z.string().optional().describe('The row of the rating table that matched'),
    departed: z.boolean().describe('The person chose another colour than proposed'),
    threshold: ThresholdLevel.describe('Threshold reached so far'),
    thresholdVersion: z.number().int().positive().describe('Version of the threshold; every request cites it'),
    rosterVersion: z.number().int().nonnegative().describe('The roster version rated upon'),
    pack: PackRef.describe('Pack and version whose table proposed'),
    ratedBy: z.string().describe('Account accountable for the rating'),
    ratedAt: Instant.describe('When it was rated'),
  }),
});
export type EnquiryRatedV1 = EventOf<typeof EnquiryRatedV1>;
