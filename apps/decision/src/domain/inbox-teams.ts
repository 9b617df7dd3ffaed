import { teamsOf } from '@mash/authorisation';
import type { RouteTeam } from '@mash/contracts';

/** Services that have no inbox here are told by the hub itself, which records who took the case. */
const TOLD_BY_THE_HUB: readonly RouteTeam[] = ['other-service', 'universal'];

/** The receiving teams for which a person reads what was routed. */
export const inboxTeamsOf = (roles: readonly string[]): RouteTeam[] => [
  ...teamsOf({ roles }),
  ...(roles.includes('mash-manager') ? TOLD_BY_THE_HUB : []),
];
