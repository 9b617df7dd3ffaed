import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';

/** One part of a page that more than one service fills: what it shows, or why it cannot. */
export type PartOfPage<Value> =
  { readonly isThere: true; readonly value: Value } | { readonly isThere: false; readonly because: string };

/**
 * Reads one part, so that the rest stands where one service is down or refuses this role. That audit is down is no part: it stops
 * the whole page ("no entry, no data").
 */
export async function partOfPage<Value>(read: Promise<Value>): Promise<PartOfPage<Value>> {
  try {
    return { isThere: true, value: await read };
  } catch (error) {
    if (error instanceof ServiceDown)
      return {
        isThere: false,
        because: 'This part cannot be shown now: its service does not answer. Refresh in a few minutes.',
      };
    if (error instanceof ServiceProblem) return { isThere: false, because: 'This part is not shown to your role.' };
    throw error;
  }
}
