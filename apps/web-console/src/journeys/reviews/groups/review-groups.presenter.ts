import type { Review } from '@mash/contracts';
import type { ClockChip } from '../../../presenters/clock-chip';
import { nameIn, pathOf } from '../review-list.presenter';
import { LEVEL_WORDS, partiesSentence, whatAbout } from '../review-words';
import { reviewClock } from '../review.presenter';
import { groupsOf, type ReviewGroup } from './review-groups';

/** The reviews of one enquiry, a row for each answer that may fit several of them. */
export interface EnquiryOfReviews {
  readonly heading: string;
  readonly groups: readonly GroupRow[];
}

export interface GroupRow {
  readonly href: string;
  readonly what: string;
  /** "6 lines: missing episodes, custody record, ..." */
  readonly lines: string;
  readonly why: string;
  readonly clock: ClockChip;
  readonly level: string;
}

const MOST_NAMED = 3;

/** How to say what one line of a group is about. */
export const lineWords = (review: Review, names: ReadonlyMap<string, string>): string =>
  whatAbout(review, nameIn(names, review));

function linesWords(reviews: readonly Review[], names: ReadonlyMap<string, string>): string {
  const each = [...new Set(reviews.map((review) => lineWords(review, names)))];
  const more = each.length - MOST_NAMED;
  const named = each.slice(0, MOST_NAMED).join('; ');
  return more > 0 ? `${named}; and ${more} more` : named;
}

function rowOf({ reviews }: ReviewGroup, names: ReadonlyMap<string, string>, now: Date): GroupRow {
  const [first] = reviews;
  const isOne = reviews.length === 1;
  return {
    href: isOne ? pathOf(first) : `/reviews/group/${first.reviewId}`,
    what: `${partiesSentence(first)}${isOne ? '' : `: ${reviews.length} lines`}`,
    lines: linesWords(reviews, names),
    why: first.reasons.map(({ sentence }) => sentence).join(' '),
    clock: reviewClock(first, now),
    level: first.level === 'releaser' ? '' : LEVEL_WORDS[first.level],
  };
}

/** Enquiries in the order of what falls due first in each. */
export function groupedReviews(
  reviews: readonly Review[],
  names: ReadonlyMap<string, string>,
  now: Date,
): EnquiryOfReviews[] {
  const byEnquiry = new Map<string, ReviewGroup[]>();
  for (const group of groupsOf(reviews)) {
    const of = byEnquiry.get(group.enquiryId) ?? [];
    byEnquiry.set(group.enquiryId, [...of, group]);
  }
  return [...byEnquiry.values()].map((groups) => ({
    heading: headingOf(groups),
    groups: groups.map((group) => rowOf(group, names, now)),
  }));
}

function headingOf(groups: readonly ReviewGroup[]): string {
  const all = groups.flatMap(({ reviews }) => [...reviews]);
  const late = all.filter((review) => review.late).length;
  const reference = all[0]?.enquiryReference;
  const count = `${all.length} ${all.length === 1 ? 'waits' : 'wait'}${late === 0 ? '' : `, ${late} late`}`;
  return `${reference ?? 'One enquiry'}: ${count}`;
}
