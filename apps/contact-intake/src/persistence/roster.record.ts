import type { Roster, RosterMention } from '../domain/roster';

/** The roster's own row; its mentions have theirs. */
export type RosterRecord = Omit<Roster, 'mentions'>;

/** A mention's row: what was said is never changed, what screening made of it is. */
export interface MentionRecord extends RosterMention {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly position: number;
}

/** Keys by which a mention is found again: probable sameness for counting, and blocking for search. */
export interface MentionKeys {
  readonly samePersonKeys: string[];
  readonly blockingKeys: string[];
}
