import type { OutcomeCode, RouteTeam } from '@mash/contracts';
import type { Pack } from '@mash/threshold-packs';

export interface DecidedOutcome {
  readonly personId: string;
  readonly outcome: OutcomeCode;
}

export interface RouteMade {
  readonly team: RouteTeam;
  readonly personIds: readonly string[];
  readonly state: 'held' | 'waiting' | 'accepted' | 'returned';
  readonly reasonCode?: string | undefined;
}

/** Reasons for which a case came back without having gone: its handover may not go, or is for others, or another took its place, or the hub has decided otherwise. No team gives them. */
export const NEVER_WENT = {
  mayNot: 'not_released',
  ofOthers: 'other_handover',
  replaced: 'another_instead',
  decidedOtherwise: 'decided_again',
} as const;

/** Whether its team was ever given the case. */
export const hasGone = ({ state, reasonCode }: Pick<RouteMade, 'state' | 'reasonCode'>): boolean =>
  state !== 'held' && !Object.values<string | undefined>(NEVER_WENT).includes(reasonCode);

/** The team that an outcome sends a child to; undefined where nobody receives anything. */
export const teamOfOutcome = ({ outcomes }: Pack, outcome: OutcomeCode): RouteTeam | undefined =>
  outcomes.find(({ code }) => code === outcome)?.team;

/** Children of a decision whom no team has been given yet, or whose team sent them back. */
export function routesNeeded(
  pack: Pack,
  outcomes: readonly DecidedOutcome[],
  routes: readonly RouteMade[],
): DecidedOutcome[] {
  const isOnItsWay = (team: RouteTeam, personId: string): boolean =>
    routes.some((route) => route.team === team && route.personIds.includes(personId) && route.state !== 'returned');
  return outcomes.filter(({ personId, outcome }) => {
    const team = teamOfOutcome(pack, outcome);
    return team !== undefined && !isOnItsWay(team, personId);
  });
}
