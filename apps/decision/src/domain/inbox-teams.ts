import type { RouteTeam } from '@mash/contracts';

const TEAMS: Readonly<Partial<Record<string, readonly RouteTeam[]>>> = {
  'social-care-liaison': ['social-care'],
  'social-care-manager': ['social-care'],
  'emergency-duty': ['social-care'],
  'early-help-coordinator': ['early-help'],
  // Services that have no inbox here are told by the hub itself, which records who took the case.
  'mash-manager': ['other-service', 'universal'],
};

/** The receiving teams for which a person reads what was routed. */
export const inboxTeamsOf = (roles: readonly string[]): RouteTeam[] => [
  ...new Set(roles.flatMap((role) => TEAMS[role] ?? [])),
];
