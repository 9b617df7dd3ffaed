import { LIAISON_ROLES, type Role } from '@mash/contracts';

/** Who is told, for their body, that consent changed: liaison staff and receiving teams. */
export const CONSENT_READERS: readonly Role[] = [
  ...LIAISON_ROLES,
  'early-help-coordinator',
  'social-care-manager',
  'emergency-duty',
];
