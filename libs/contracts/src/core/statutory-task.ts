import { z } from 'zod';
import type { Purpose } from './codes';

/** The public task that the text of a request states, as whoever sends it says. Left out, it states none. */
export const StatutoryTask = z.enum(['ca04_s10', 'ca89_s17_1', 'ca89_s17', 'ca89_s47', 'ca14_s42']);
export type StatutoryTask = z.infer<typeof StatutoryTask>;

/** The hub's work by the threshold that opens it, lowest first, each with the tasks that it is done under. */
const WORK: readonly { readonly purpose: Purpose; readonly tasks: readonly StatutoryTask[] }[] = [
  { purpose: 'SCREEN', tasks: ['ca89_s17_1', 'ca04_s10'] },
  { purpose: 'EH', tasks: ['ca04_s10', 'ca89_s17_1'] },
  { purpose: 'S17', tasks: ['ca89_s17'] },
  { purpose: 'S47', tasks: ['ca89_s47'] },
];
/** Done as part of whatever work the threshold opens, under its tasks. */
const WITHIN_THE_WORK: readonly Purpose[] = ['DA', 'MISSING'];

const ofWork = (purpose: Purpose): readonly StatutoryTask[] => WORK.find((one) => one.purpose === purpose)?.tasks ?? [];

/**
 * The tasks that a text for this purpose can truthfully state, first the one that it ordinarily states; none for a purpose without one.
 * @param work the work that the threshold opens (`purposeOfThreshold`): what is done within it states nothing above it (AB v Haringey [2013])
 */
export function tasksOfPurpose(purpose: Purpose, work: Purpose): StatutoryTask[] {
  if (purpose === 'ADULT_RISK') return ['ca14_s42'];
  if (purpose === 'STRATEGY') return [...ofWork('S47')];
  if (!WITHIN_THE_WORK.includes(purpose)) return [...ofWork(purpose)];
  const reached = WORK.slice(0, WORK.findIndex((one) => one.purpose === work) + 1).reverse();
  return [...new Set(reached.flatMap(({ tasks }) => tasks))];
}
