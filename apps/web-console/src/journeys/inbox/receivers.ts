import type { Role } from '@mash/contracts';

/** Who takes cases or returns them. Managers stand in for services that have no inbox here. */
export const RECEIVERS = [
  'early-help-coordinator',
  'social-care-manager',
  'social-care-liaison',
  'mash-manager',
] as const satisfies readonly Role[];
