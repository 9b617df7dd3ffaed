import type { ReleaserDesk } from '@mash/contracts';
import type { Releaser } from '../decision';

/** The desk that answers for each releaser of the rule book (section 2, point 7). */
export const DESK_OF: Readonly<Record<Releaser, ReleaserDesk>> = {
  H: 'holder',
  S: 'safeguarding',
  M: 'hub_manager',
  L: 'legal',
  A: 'adoption',
  IG: 'ig',
};
