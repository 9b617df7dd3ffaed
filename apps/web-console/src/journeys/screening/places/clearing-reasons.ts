import type { RosterPerson } from '@mash/contracts';
import { z } from 'zod';
import type { NoteWords, SealedNote } from '../../enquiry/shared';

const Reason = z.object({ reason: z.string() });

/** Why places were cleared. */
export const REASONS_OF_CLEARING: NoteWords<typeof Reason> = {
  label: 'Why',
  inside: Reason,
  lines: ({ reason }) => [`Why: ${reason}`],
};

export const clearingNotes = ({ protectionCleared = [] }: RosterPerson): SealedNote[] =>
  protectionCleared.map(({ clearingId, clearedBy, sealedReason }) => ({
    ...{ noteId: clearingId, authorId: clearedBy, sealed: sealedReason },
  }));
