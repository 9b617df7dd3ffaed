import type { Pack } from '../schema/pack';
import { colourProblems } from './colour-problems';
import { letterProblems } from './letter-problems';
import { planProblems } from './plan-problems';
import { sourceProblems } from './source-problems';
import { vocabularyProblems } from './vocabulary-problems';

/** What does not fit together in a pack whose parts are each sound. */
export function referenceProblems(pack: Pack): string[] {
  return [
    ...sourceProblems(pack),
    ...colourProblems(pack),
    ...planProblems(pack),
    ...vocabularyProblems(pack),
    ...letterProblems(pack),
  ];
}
