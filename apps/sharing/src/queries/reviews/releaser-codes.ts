import type { Review } from '@mash/contracts';
import type { Releaser } from '../../domain/decision';

/** Who answers, as pages know them. */
export const RELEASER_CODES: Readonly<Record<Releaser, Review['releaser']>> = {
  H: 'holder',
  M: 'hub_manager',
  S: 'holder_safeguarding_lead',
  L: 'legal',
  A: 'adoption_agency',
  IG: 'ig',
};
