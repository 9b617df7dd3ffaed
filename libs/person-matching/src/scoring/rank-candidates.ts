import type { ComparablePerson } from '../comparable-person';
import { comparePeople, type Comparison } from './compare-people';

/** Someone of the people index who may be the one mentioned. */
export interface CandidatePerson extends ComparablePerson {
  readonly candidateId: string;
}

/** A candidate for a human to look at; never a merge. */
export interface MatchCandidate extends Comparison {
  readonly candidateId: string;
}

const BANDS = ['likely', 'possible', 'unlikely'];

/** Compares a mention with what the search brought, best first; equals by id, so that the order never changes by chance. */
export function rankCandidates(mention: ComparablePerson, candidates: readonly CandidatePerson[]): MatchCandidate[] {
  return candidates
    .map((candidate) => ({ candidateId: candidate.candidateId, ...comparePeople(mention, candidate) }))
    .sort(
      (a, b) =>
        BANDS.indexOf(a.band) - BANDS.indexOf(b.band) ||
        b.score - a.score ||
        (a.candidateId < b.candidateId ? -1 : a.candidateId > b.candidateId ? 1 : 0),
    );
}
