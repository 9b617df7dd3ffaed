import { AUDIENCE_OF_TEAM, type EnquiryView, type HandoversWaiting, type RouteTeam } from '@mash/contracts';
import type { Pack } from '@mash/threshold-packs';
import type { DecisionView } from '../shared/newest-decision';
import { outcomeIn } from '../shared/pack-of';

/** A team of the decision, and the children that nobody has handed to it yet, or whom it sent back. */
export interface TeamToRoute {
  readonly team: RouteTeam;
  readonly name: string;
  readonly personIds: readonly string[];
}

/** The same, with those whose handover is held: it has not gone, and another may take its place. */
export const teamsToRouteAnew = (
  pack: Pack,
  decided: Pick<DecisionView, 'outcomes'>,
  routes: EnquiryView['routes'],
): TeamToRoute[] =>
  teamsToRoute(
    pack,
    decided,
    routes.filter(({ state }) => state !== 'held'),
  );

/**
 * Whether a handover to that team about one of these children waits, sent or not, whichever body of the team it is for: another that is put together takes
 * its place at once. `sharing` says so: what a route says comes later, and of what nobody has sent there is no route.
 */
export const isOneWaiting = (
  waiting: HandoversWaiting['waiting'],
  { team, personIds }: Pick<TeamToRoute, 'team' | 'personIds'>,
): boolean =>
  waiting.some(
    (one) => one.audience === AUDIENCE_OF_TEAM[team] && one.personIds.some((personId) => personIds.includes(personId)),
  );

export function teamsToRoute(
  pack: Pack,
  { outcomes }: Pick<DecisionView, 'outcomes'>,
  routes: EnquiryView['routes'],
): TeamToRoute[] {
  const isOnItsWay = (team: RouteTeam, personId: string): boolean =>
    routes.some((route) => route.team === team && route.personIds.includes(personId) && route.state !== 'returned');
  return pack.routes.flatMap(({ team, name }) => {
    const personIds = outcomes
      .filter(({ personId, outcome }) => outcomeIn(pack, outcome)?.team === team && !isOnItsWay(team, personId))
      .map(({ personId }) => personId);
    return personIds.length === 0 ? [] : [{ team, name, personIds }];
  });
}
