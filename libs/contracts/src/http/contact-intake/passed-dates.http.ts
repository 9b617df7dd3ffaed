import { z } from 'zod';

/** Between two instants of the past; what was judged of somebody counts by a window of its own, for whoever asks knows how long it counts. */
export const PassedDatesQuestion = z.strictObject({
  after: z.iso.datetime(),
  until: z.iso.datetime(),
  judgedAfter: z.iso.datetime(),
  judgedUntil: z.iso.datetime(),
});
export type PassedDatesQuestion = z.infer<typeof PassedDatesQuestion>;

/**
 * GET /facts/passed-dates (scope facts:dates, of `sharing` alone): enquiries of whose people a day has come that changes a fact with nobody saying
 * anything. No birthday is in the answer; asked for one short time after another it tells on which day somebody comes to another age kind.
 */
export const PassedDates = z.object({
  ageChanged: z
    .array(z.uuid())
    .describe('Enquiries in which somebody is of another age kind at `until` than at `after`'),
  judged: z
    .array(z.object({ enquiryId: z.uuid(), at: z.iso.datetime() }))
    .describe('When competence or an objection was judged, where that was after `judgedAfter` and until `judgedUntil`'),
});
export type PassedDates = z.infer<typeof PassedDates>;
