import type { MatchCandidate, SearchPeople } from '@mash/contracts';
import type { Verdict } from '../domain/person-search';

/** A search as it was made. What was asked is kept in plain, like the index itself: it is proof that somebody looked. */
export interface PersonSearchRecord {
  readonly searchId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly mentionId?: string | undefined;
  readonly asked: SearchPeople;
  readonly searchedBy: string;
  readonly searchedAt: Date;
}

export interface SearchCandidateRecord {
  readonly searchId: string;
  readonly personId: string;
  readonly score: number;
  readonly band: MatchCandidate['band'];
  readonly verdict?: Verdict | undefined;
}

/** One line of the trail: who said what of which mention and which person, and which roster version it made. */
export interface MatchTrailRecord {
  readonly trailId: string;
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly action: Verdict | 'created' | 'unlinked';
  readonly personId: string;
  readonly searchId?: string | undefined;
  readonly reason?: string | undefined;
  readonly rosterVersion: number;
  readonly doneBy: string;
  readonly doneAt: Date;
}
