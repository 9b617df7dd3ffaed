import type { ReleasedItem } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';
import { answersByWords, releasersOf } from '../../presenters/answers-by-words';

/** Every picture ends with it, whether or not anything is withheld. */
export const MAY_BE_MORE = 'There may be information that we cannot tell you about.';

/**
 * What this viewer may know exists and may not see: the agency, the catalogue's sentence, all who answer and by when (rule book section 2.6),
 * once each; where several wait, the soonest. No date of the item, title, category, size or number.
 */
export function withheldLines(items: readonly ReleasedItem[], now: Date): string[] {
  const withheld = items.filter(({ visibility, acceptFirst }) => visibility === 'withheld' && acceptFirst !== true);
  const soonest = [...withheld].sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const lines = new Map<string, string>();
  for (const { agencyId, reason, dueAt, ...item } of soonest) {
    const agency = agencyId === undefined ? 'The hub' : agencyWords(agencyId);
    const said = `${agency}: withheld. ${reason.sentence}`;
    const releasers = releasersOf(item);
    const who = [said, ...releasers].join(' ');
    const answers = answersByWords(releasers, dueAt, now);
    if (!lines.has(who)) lines.set(who, answers === undefined ? said : `${said} ${answers}`);
  }
  return [...lines.values()].sort();
}
