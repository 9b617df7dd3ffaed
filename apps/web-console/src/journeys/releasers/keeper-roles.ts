import { AGENCY_DESKS, LIAISON_ROLES, ReleaserDesk, type Role } from '@mash/contracts';

/** Who reads the register of releasers; the service says who may keep which part of it. */
export const REGISTER_READERS: readonly Role[] = [
  'partnership-admin',
  'ig-officer',
  'mash-manager',
  'mash-analyst',
  'social-care-manager',
  ...LIAISON_ROLES,
];

/** Desks at which somebody who keeps an agency's part names and ends people: the partnership's are the administrator's alone. */
export const desksKeptBy = ({ roles }: { readonly roles: readonly Role[] }): readonly ReleaserDesk[] =>
  roles.includes('partnership-admin') ? ReleaserDesk.options : AGENCY_DESKS;
