import type { ReleaserDesk, ReleaserSeat, Review } from '@mash/contracts';

export const DESK_WORDS: Readonly<Record<ReleaserDesk, string>> = {
  holder: "The agency's own information",
  safeguarding: 'Safeguarding lead (claims of harm by sharing)',
  hub_manager: 'Hub managers',
  legal: 'Legal advice',
  adoption: 'Adoption',
  ig: 'Information governance',
};

export const SEAT_WORDS: Readonly<Record<ReleaserSeat, string>> = {
  releaser: 'Releaser, from the start',
  deputy: 'Deputy, from half of the time',
  senior: 'Named senior, from its end',
  duty: 'Out of hours',
};

/** Whose answer a REVIEW waits for. */
export const RELEASER_WORDS: Readonly<Record<Review['releaser'], string>> = {
  holder: 'The agency whose information it is',
  hub_manager: 'A hub manager',
  holder_safeguarding_lead: "The agency's safeguarding lead",
  legal: 'Legal advice',
  adoption_agency: 'The adoption agency',
  ig: 'Information governance',
};
