import type { EnquiryView } from '@mash/contracts';
import { z } from 'zod';
import type { NoteWords, SealedNote } from '../shared/note-reader';

/** What is inside a rating's note (typ `note`, noteId = ratingId). */
export const RatingReasons = z.object({
  reasons: z.string(),
  strategy: z.string().optional().describe('Why a strategy discussion was considered and not held'),
});
export type RatingReasons = z.infer<typeof RatingReasons>;

/** The words beside each rating. */
export const REASONS_OF_RATINGS: NoteWords<typeof RatingReasons> = {
  label: 'Reasons',
  inside: RatingReasons,
  lines: ({ reasons, strategy }) => [
    `Reasons: ${reasons}`,
    ...(strategy === undefined ? [] : [`No strategy discussion because: ${strategy}`]),
  ],
};

export const ratingNotes = ({ ratings }: EnquiryView): SealedNote[] =>
  ratings.map(({ ratingId, ratedBy, sealed }) => ({ noteId: ratingId, authorId: ratedBy, sealed }));
