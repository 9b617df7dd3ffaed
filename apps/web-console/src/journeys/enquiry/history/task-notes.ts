import type { TaskStep } from '@mash/contracts';
import { z } from 'zod';
import type { NoteWords, SealedNote } from '../shared/note-reader';

const Words = z.object({ words: z.string() });

/** What was noted of a task. */
export const WORDS_OF_TASKS: NoteWords<typeof Words> = {
  label: 'What was noted',
  inside: Words,
  lines: ({ words }) => [`What was noted: ${words}`],
};

export const taskNotes = (steps: readonly TaskStep[]): SealedNote[] =>
  steps.map(({ stepId, takenBy, sealedNote }) => ({ noteId: stepId, authorId: takenBy, sealed: sealedNote }));
