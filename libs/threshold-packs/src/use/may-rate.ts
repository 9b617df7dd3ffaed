import type { Role } from '@mash/contracts';
import type { Pack } from '../schema/pack';

/** Whether this pack lets someone with these roles and clearances rate. */
export function mayRate({ rating }: Pack, roles: readonly Role[], clearances: readonly string[]): boolean {
  const { whoRates } = rating;
  if (roles.some((role) => whoRates.roles.includes(role))) return true;
  return whoRates.withClearance.some(({ role, clearance }) => roles.includes(role) && clearances.includes(clearance));
}
