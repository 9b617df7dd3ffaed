import type { TaskStep } from '@mash/contracts';

/** A task of an enquiry that somebody did, with what they noted. */
export const STEP: TaskStep = {
  stepId: '0198bbbb-0000-7000-8000-000000000098',
  ...{ code: 'INFORM_PARENT', words: 'Tell the parent, or record a ground for not telling', outcome: 'done' },
  ...{ takenBy: '0198bbbb-0000-7000-8000-000000000099', takenAt: new Date(Date.now() - 60_000).toISOString() },
  sealedNote: { kid: 'stub', envelope: `${'a'.repeat(20)}.b.c.d.e` },
};
