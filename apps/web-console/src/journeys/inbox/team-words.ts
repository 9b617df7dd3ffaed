import type { RouteTeam } from '@mash/contracts';

const TEAMS: Readonly<Record<RouteTeam, string>> = {
  'social-care': "Children's social care",
  'early-help': 'Early help',
  'other-service': 'Another service',
  universal: 'Universal services',
};

export const teamWords = (team: RouteTeam): string => TEAMS[team];
