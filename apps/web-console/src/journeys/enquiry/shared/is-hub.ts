import type { SignedInPerson } from '../../../session/signed-in-person';

export const isHub = ({ roles }: Pick<SignedInPerson, 'roles'>): boolean =>
  roles.includes('mash-analyst') || roles.includes('mash-manager');
