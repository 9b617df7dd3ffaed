import type { Role } from '@mash/contracts';
import type { SignedInPerson } from './signed-in-person';

/** Who may open a restricted enquiry for which nobody named them: the hub, and the emergency duty team. `decision` decides again. */
export const GLASS_BREAKERS = ['mash-analyst', 'mash-manager', 'emergency-duty'] as const satisfies readonly Role[];

export const mayBreakGlass = ({ roles }: Pick<SignedInPerson, 'roles'>): boolean =>
  GLASS_BREAKERS.some((role) => roles.includes(role));
