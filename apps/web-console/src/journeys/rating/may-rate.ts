import type { SignedInPerson } from '../../session/signed-in-person';

/** Who is offered the buttons: managers, and analysts who are qualified social workers. The decision service decides again. */
export const mayRate = ({ roles, clearances }: Pick<SignedInPerson, 'roles' | 'clearances'>): boolean =>
  roles.includes('mash-manager') || (roles.includes('mash-analyst') && clearances.includes('social-worker'));
