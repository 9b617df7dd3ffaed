import { z } from 'zod';

/** Who answers a REVIEW: its holder or their safeguarding lead, a hub manager, legal advice, the adoption agency, information governance. */
export const ReleaserCode = z.enum([
  'holder',
  'hub_manager',
  'holder_safeguarding_lead',
  'legal',
  'adoption_agency',
  'ig',
]);
export type ReleaserCode = z.infer<typeof ReleaserCode>;
