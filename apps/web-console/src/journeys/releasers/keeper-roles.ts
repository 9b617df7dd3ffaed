import { LIAISON_ROLES, type Role } from '@mash/contracts';

/** Who reads the register of releasers; the service says who may keep which part of it. */
export const REGISTER_READERS: readonly Role[] = [
  'partnership-admin',
  'ig-officer',
  'mash-manager',
  'mash-analyst',
  'social-care-manager',
  ...LIAISON_ROLES,
];
