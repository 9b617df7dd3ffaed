import type { ProtectionRecipients } from '@mash/contracts';

export type ProtectionTeam = ProtectionRecipients['recipients'][number]['team'];

/** Whom a press of Immediate protection tells: police and social care; while the hub is shut, the emergency duty team in its place. */
export const teamsToTell = (outOfHours: boolean): readonly ProtectionTeam[] =>
  outOfHours ? ['police', 'emergency-duty'] : ['police', 'social-care'];

/** Teams whose notices a role reads. Social care and its duty team are one agency: each sees what the other was told. */
export function noticeTeamsOf(roles: readonly string[]): ProtectionTeam[] {
  const teams: ProtectionTeam[] = [];
  if (roles.includes('police-liaison')) teams.push('police');
  const socialCare = ['social-care-liaison', 'social-care-manager', 'emergency-duty'];
  if (roles.some((role) => socialCare.includes(role))) teams.push('social-care', 'emergency-duty');
  return teams;
}
