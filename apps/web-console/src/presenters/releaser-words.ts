import type { ReleaserDesk, ReleaserSeat } from '@mash/contracts';

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
