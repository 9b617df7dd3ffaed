/** How long a REVIEW may wait, by the colour of the enquiry (rule book section 2, point 7; assumed, packs may change it). */
export const REVIEW_COLOURS = ['red', 'amber', 'green'] as const;
export type ReviewColour = (typeof REVIEW_COLOURS)[number];

export interface ReviewClock {
  readonly minutes: number;
  /** Elapsed time runs day and night, working time in the hub's opening hours only. */
  readonly basis: 'elapsed' | 'working';
}

/** Green's one working day is `workingDay` minutes long, as the pack's opening hours have it. */
export function reviewClock(colour: ReviewColour, workingDay: number): ReviewClock {
  if (colour === 'red') return { minutes: 15, basis: 'elapsed' };
  return { minutes: colour === 'amber' ? 240 : workingDay, basis: 'working' };
}

export interface EscalationStep {
  /** Share of the clock that has passed: 0.5 is half, 2 is double. */
  readonly after: number;
  readonly to: readonly ('releaser' | 'deputy' | 'named senior' | 'hub manager' | 'information governance')[];
}

/** Who is asked as the clock runs; out of hours the duty route takes the releaser's place. */
export const ESCALATION_LADDER: readonly EscalationStep[] = [
  { after: 0, to: ['releaser'] },
  { after: 0.5, to: ['deputy'] },
  { after: 1, to: ['named senior'] },
  { after: 2, to: ['hub manager', 'information governance'] },
];
