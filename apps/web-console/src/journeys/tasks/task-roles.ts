import { LIAISON_ROLES, type Role } from '@mash/contracts';

/** Who may owe something that follows from a sharing decision. */
export const TASK_ROLES: readonly Role[] = [
  'mash-analyst',
  'mash-manager',
  'contact-officer',
  'ig-officer',
  'partnership-admin',
  ...LIAISON_ROLES,
];
