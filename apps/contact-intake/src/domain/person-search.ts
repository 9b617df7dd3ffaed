import type { MatchCandidate, MatchMention } from '@mash/contracts';

export type Verdict = MatchMention['verdict'];

/** A candidate of a kept search, with what a human said of it. */
export interface SearchCandidate {
  readonly personId: string;
  readonly band: MatchCandidate['band'];
  readonly verdict?: Verdict | undefined;
}

/** A search as it is kept, so that "searched before created" can be proved. */
export interface PersonSearch {
  readonly searchId: string;
  readonly enquiryId: string;
  readonly mentionId?: string | undefined;
  readonly candidates: readonly SearchCandidate[];
}

/** Likely and possible candidates that nobody has ruled out yet. "Cannot tell" rules nobody out. */
export const stillOpen = ({ candidates }: PersonSearch): SearchCandidate[] =>
  candidates.filter(({ band, verdict }) => band !== 'unlikely' && verdict !== 'different');
