import type { CoverageState } from '@mash/contracts';

/** One agency's search as a card of the picture (macros/coverage.njk). */
export interface CoverageCard {
  readonly agency: string;
  readonly state: string;
  readonly lines: readonly string[];
  /** Nothing known from them, or not of everyone: drawn dashed. */
  readonly isGap: boolean;
  readonly isLate: boolean;
}

const STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  known_current: 'Known to them now',
  known_historic: 'Known to them in the past',
  not_known: 'Not known (they searched)',
  part_searched: 'Searched in part',
  declined: 'Declined to say',
};

/** "No answer yet", "Not asked" and "Not known" are three things. */
export interface CoverageGiven {
  readonly agency: string;
  readonly standing: 'not_asked' | 'waiting' | 'answered';
  readonly state?: CoverageState;
  /** What was searched, when, who was missed: each a sentence. */
  readonly lines?: readonly string[];
  /** "40 min late". */
  readonly late?: string;
}

export function coverageCard({ agency, standing, state, lines = [], late }: CoverageGiven): CoverageCard {
  const isLate = late !== undefined;
  if (standing === 'not_asked') return { agency, state: 'Not asked', lines, isGap: true, isLate };
  if (standing === 'waiting' || state === undefined)
    return { agency, state: isLate ? `No answer yet, ${late}` : 'No answer yet', lines, isGap: true, isLate };
  return { agency, state: STATE_WORDS[state], lines, isGap: state === 'part_searched' || state === 'declined', isLate };
}
