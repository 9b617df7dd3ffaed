import type { ReleasedItem } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';

/** Every picture ends with it, whether or not anything is withheld (console.md section 1). */
export const MAY_BE_MORE = 'There may be information that we cannot tell you about.';

/**
 * What this viewer may know exists and may not see: the agency and the catalogue's sentence, once each. No date, title, category, size
 * or number.
 */
export function withheldLines(items: readonly ReleasedItem[]): string[] {
  const lines = items
    .filter(({ visibility }) => visibility === 'withheld')
    .map(
      ({ agencyId, reason }) =>
        `${agencyId === undefined ? 'The hub' : agencyWords(agencyId)}: withheld. ${reason.sentence}`,
    );
  return [...new Set(lines)].sort();
}
