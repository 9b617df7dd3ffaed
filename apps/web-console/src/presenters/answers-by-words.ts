import type { ReleasedItem } from '@mash/contracts';
import { momentWords } from './clock-chip';

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const OURS = /^(?=(?:The|A|Legal advice|Information governance)\b)./;

/** All who have still to say yes to an item; nobody where nobody is asked, or it may not be told who. */
export const releasersOf = ({ releaser, releasers }: Pick<ReleasedItem, 'releaser' | 'releasers'>): readonly string[] =>
  releasers ?? (releaser === undefined ? [] : [releaser]);

/** "The hub manager and information governance": our own words for a desk are small within a sentence, names stay as they are. */
export const releasersWords = (releasers: readonly string[]): string =>
  LIST.format(releasers.map((who, at) => (at === 0 ? who : who.replace(OURS, (first) => first.toLowerCase()))));

/**
 * Who answers a REVIEW, and by when: "The hub manager answers by 15:30 today." Undefined where nobody is asked.
 * @param releasers all who have still to say yes
 * @param dueAt when the last of them is due
 */
export function answersByWords(releasers: readonly string[], dueAt: string | undefined, now: Date): string | undefined {
  if (releasers.length === 0) return undefined;
  const who = releasersWords(releasers);
  if (dueAt === undefined) return `${who} may be asked.`;
  const due = new Date(dueAt);
  const moment = momentWords(due, now);
  const isOne = releasers.length === 1;
  const late = isOne ? `was to answer by ${moment}, and has not` : `were to answer by ${moment}, and have not`;
  const says = due < now ? late : `${isOne ? 'answers' : 'answer'} by ${moment}`;
  return `${who} ${says}.${isOne ? '' : ` It needs a yes from ${releasers.length === 2 ? 'both' : 'all of them'}.`}`;
}
