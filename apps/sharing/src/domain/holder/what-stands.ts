import type { Detriment, Release } from '../decision';
import { coversItem, isWordingOfAnother, type StatedItem } from './covers-item';
import { detrimentOf } from './detriment-of';
import type { HolderStatement } from './holder-statement';
import { isTo, releaseOf } from './release-of';

/** Words of the holder, or the item as it was written. */
export type Wording = { readonly text: string } | 'as_it_stands';

/** Whether a word against telling is as the answer marked it, or its holder has cleared or set it since. */
type Telling = 'as_marked' | 'cleared' | 'held';

/** What the holder's statements come to for one item and one recipient. */
export interface WhatStands {
  readonly release: Release | 'unknown';
  readonly wording: Wording;
  /** When release or refusal was last stated for this recipient. */
  readonly releaseStatedAt?: Date;
  /** A later release took the place of an earlier one then: what others had answered rested on other words. */
  readonly reopenedAt?: Date;
  readonly detriment: Detriment | 'unknown';
  /** By when the holder looks at a detriment again. */
  readonly detrimentReviewBy?: string;
  readonly telling: Telling;
  /** "Unsafe to tell the parent". */
  readonly unsafe: Telling;
  readonly relevance?: 'relevant' | 'old' | 'irrelevant';
  /** Words for everybody from which no source can be told. */
  readonly sanitisedText?: string;
  /** No source can be told from what this recipient reads. */
  readonly hidesSource: boolean;
  /** The holder says that this viewer has met the condition. */
  readonly isConditionMet: boolean;
  /** REVIEWs that were answered for one viewer alone, or nobody can read for whom: that yes is nobody else's. */
  readonly forOneViewer: ReadonlySet<string>;
  /** Every wording that was given for the item, to whomsoever. */
  readonly wordings: readonly string[];
}

/** The item and its recipient. `viewerId` is left out where no session will see it, but a team. */
export interface StandsFor extends StatedItem {
  readonly personId: string;
  readonly audience: string;
  readonly toAgencyId: string;
  readonly viewerId?: string | undefined;
  readonly now: Date;
}

export const NOTHING_STATED: WhatStands = {
  release: 'none',
  wording: 'as_it_stands',
  detriment: 'none',
  telling: 'as_marked',
  unsafe: 'as_marked',
  hidesSource: false,
  isConditionMet: false,
  forOneViewer: new Set(),
  wordings: [],
};

/** What counts for this item. Oldest first. */
const ofItem = (statements: readonly HolderStatement[], item: StatedItem): HolderStatement[] =>
  statements
    .filter((one) => coversItem(one, item))
    .sort((a, b) => a.statedAt.getTime() - b.statedAt.getTime() || a.statementId.localeCompare(b.statementId));

/**
 * Words for everybody, read instead of whatever was released before them. Where this recipient was given words of its own since, those are read, and
 * they alone say whether a source can be told.
 */
function sanitisedOf(
  own: readonly HolderStatement[],
  { wording = 'as_it_stands', releaseStatedAt }: Partial<WhatStands>,
): Partial<WhatStands> {
  const newest = own.findLast(({ facts }) => facts.says === 'sanitised');
  if (newest?.content.wording === undefined) return {};
  const sanitisedText = newest.content.wording;
  const isOvertaken = wording !== 'as_it_stands' && releaseStatedAt !== undefined && releaseStatedAt > newest.statedAt;
  // What was answered before rested on the words for everybody.
  if (isOvertaken) return { sanitisedText, reopenedAt: releaseStatedAt };
  return { sanitisedText, wording: 'as_it_stands', hidesSource: true };
}

type Says = HolderStatement['facts']['says'];

/** The newest of setting and clearing wins. One that cannot be read may have set it: what it said is unknown, and not nothing. */
const newestOf =
  (set: Says, cleared: Says) =>
  (own: readonly HolderStatement[]): Telling => {
    const says = own.map(({ facts }) => facts.says).findLast((one) => [set, cleared, 'unreadable'].includes(one));
    return says === undefined ? 'as_marked' : says === cleared ? 'cleared' : 'held';
  };
const tellingOf = newestOf('telling_held', 'telling_cleared');
const unsafeOf = newestOf('unsafe_set', 'unsafe_cleared');

function relevanceOf(own: readonly HolderStatement[]): Pick<WhatStands, 'relevance'> {
  const facts = own.map((one) => one.facts).findLast(({ says }) => says === 'relevance');
  return facts?.says === 'relevance' ? { relevance: facts.relevance } : {};
}

const isUnreadable = ({ facts }: HolderStatement): boolean => facts.says === 'unreadable';
/** What was said after the last statement that nobody can read. */
const sinceUnreadable = (own: readonly HolderStatement[]): HolderStatement[] =>
  own.slice(own.findLastIndex(isUnreadable) + 1);

/** Whether it has words of its own to be read instead of it: other words for another say nothing against those. */
const isInWords = (said: readonly HolderStatement[], which: StandsFor): boolean => {
  const own = said.filter((one) => !isWordingOfAnother(one, which));
  const { wording = 'as_it_stands' } = releaseOf(own, which);
  return wording !== 'as_it_stands' || own.some(({ facts }) => facts.says === 'sanitised');
};

/**
 * Whoever damages a statement must not take a refusal away: what was released or refused is unknown, until the holder says it again. The words that were
 * given before are the only ones that may be read meanwhile; what was answered before rested on nobody knows which. So it is where words were given
 * for another that came under the same id, and none for this one: whether it is to be read as it stands, its holder says.
 */
function releasedOf(own: readonly HolderStatement[], which: StandsFor): Partial<WhatStands> {
  const isUnclear = (one: HolderStatement, n: number): boolean =>
    isUnreadable(one) ||
    (isWordingOfAnother(one, which) &&
      (one.facts.says === 'sanitised' || isTo(one, which)) &&
      !isInWords(own.slice(0, n), which));
  const released = (said: readonly HolderStatement[]) =>
    releaseOf(
      said.filter((one) => !isWordingOfAnother(one, which)),
      which,
    );
  if (!own.some(isUnclear)) return released(own);
  const since = released(own.slice(own.findLastIndex(isUnclear) + 1));
  if (since.releaseStatedAt !== undefined) return { ...since, reopenedAt: since.releaseStatedAt };
  const { wording, hidesSource } = { ...NOTHING_STATED, ...released(own) };
  return { wording, hidesSource, release: 'unknown' };
}

/** The same of a detriment for this recipient. */
function harmOf(
  own: readonly HolderStatement[],
  which: StandsFor,
): Pick<WhatStands, 'detriment' | 'detrimentReviewBy'> {
  const said = sinceUnreadable(own).filter((one) => isTo(one, which));
  const isSaid = said.some(({ facts }) => facts.says === 'detriment' || facts.says === 'detriment_ended');
  return own.some(isUnreadable) && !isSaid ? { detriment: 'unknown' } : detrimentOf(said, which);
}

/** Newest wins, for each kind of statement and each recipient by itself. */
export function whatStands(statements: readonly HolderStatement[], which: StandsFor): WhatStands {
  const said = ofItem(statements, which);
  if (said.length === 0) return NOTHING_STATED;
  const own = said.filter((one) => !isWordingOfAnother(one, which));
  const met = own.filter(({ facts }) => facts.says === 'condition_met');
  const released = releasedOf(said, which);
  return {
    ...NOTHING_STATED,
    ...released,
    ...sanitisedOf(own, released),
    ...relevanceOf(own),
    ...harmOf(own, which),
    telling: tellingOf(own),
    unsafe: unsafeOf(own),
    isConditionMet: met.some(({ facts }) => facts.says === 'condition_met' && facts.viewerId === which.viewerId),
    forOneViewer: new Set([...met, ...own.filter(isUnreadable)].flatMap(({ reviewId }) => reviewId ?? [])),
    wordings: own.flatMap(({ content }) => content.wording ?? []),
  };
}

interface Marked extends StatedItem {
  readonly flags: readonly string[];
}
const isStanding = (telling: Telling, isMarked: boolean): boolean =>
  telling === 'held' || (telling === 'as_marked' && isMarked);

/** Whether "do not alert" stands for an item: as it was marked, until its holder clears it, or sets it afterwards. */
export const isAlertHeld = (statements: readonly HolderStatement[], item: Marked): boolean =>
  isStanding(tellingOf(ofItem(statements, item)), item.flags.includes('do_not_alert'));

/** Whether "unsafe to tell the parent" stands for an item, in the same way. */
export const isUnsafeToTell = (statements: readonly HolderStatement[], item: Marked): boolean =>
  isStanding(unsafeOf(ofItem(statements, item)), item.flags.includes('unsafe_tell'));
