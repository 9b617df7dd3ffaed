import type { ReleasedItem } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';

/** Every picture ends with it, whether or not anything is withheld. */
export const MAY_BE_MORE = 'There may be information that we cannot tell you about.';

/**
 * What this viewer may know exists and may not see: the agency and the catalogue's sentence, once each. No date, title, category, size
 * or number.
 */
export function withheldLines(items: readonly ReleasedItem[]): string[] {
  const lines = items
    .filter(({ visibility, acceptFirst }) => visibility === 'withheld' && acceptFirst !== true)
    .map(
      ({ agencyId, reason }) =>
        `${agencyId === undefined ? 'The hub' : agencyWords(agencyId)}: withheld. ${reason.sentence}`,
    );
  return [...new Set(lines)].sort();
}

/** Items that show once this viewer has accepted their holder's condition. */
export interface ToAccept {
  readonly itemId: string;
  readonly words: string;
}

export function toAccept(items: readonly ReleasedItem[]): ToAccept[] {
  return items.flatMap(({ itemId, agencyId, condition, acceptFirst }) =>
    acceptFirst === true
      ? [
          {
            itemId,
            words: `${agencyId === undefined ? 'The hub' : agencyWords(agencyId)}: ${condition ?? 'on a condition.'}`,
          },
        ]
      : [],
  );
}
