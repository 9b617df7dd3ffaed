import type { ReleasedItem } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';
import { answersByWords, releasersOf } from '../../presenters/answers-by-words';

/** Every picture ends with it, whether or not anything is withheld. */
export const MAY_BE_MORE = 'There may be information that we cannot tell you about.';

export interface WithheldLine {
  readonly words: string;
  /** Where a manager may set a refusal of it aside: of one thing, whatever the number. */
  readonly overrideHref?: string;
}

/**
 * What this viewer may know exists and may not see: the agency, the catalogue's sentence, all who answer and by when (rule book section 2.6),
 * once each; where several wait, the soonest. No date of the item, title, category, size or number.
 * @param mayOverride whether the viewer is a manager who may set refusals of the rules aside
 */
export function withheldLines(items: readonly ReleasedItem[], now: Date, mayOverride = false): WithheldLine[] {
  const withheld = items.filter(({ visibility, acceptFirst }) => visibility === 'withheld' && acceptFirst !== true);
  const soonest = [...withheld].sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const lines = new Map<string, WithheldLine>();
  for (const { agencyId, reason, dueAt, ...item } of soonest) {
    const agency = agencyId === undefined ? 'The hub' : agencyWords(agencyId);
    const said = `${agency}: withheld. ${reason.sentence}`;
    const releasers = releasersOf(item);
    const who = [said, ...releasers].join(' ');
    const answers = answersByWords(releasers, dueAt, now);
    const href = mayOverride && item.overridable === true ? { overrideHref: `/overrides/of/${item.decisionId}` } : {};
    const line = lines.get(who) ?? { words: answers === undefined ? said : `${said} ${answers}` };
    lines.set(who, { ...href, ...line });
  }
  return [...lines.values()].sort((a, b) => (a.words < b.words ? -1 : 1));
}
