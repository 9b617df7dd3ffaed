import type { RouteCase } from '@mash/contracts';
import type { Pack } from '@mash/threshold-packs';
import { refuse } from './refuse';
import { refuseAsOutdated } from './refuse-as-outdated';
import { routesNeeded, teamOfOutcome, type DecidedOutcome, type RouteMade } from './routes-needed';

interface Decided {
  readonly decisionId: string;
  readonly outcomes: readonly DecidedOutcome[];
}

/**
 * May these children go to this team? Only to the one that the newest decision names for them, and once; what is held has not gone, and another handover
 * takes its place.
 * @throws DecisionRefusal
 */
export function checkRoute(
  pack: Pack,
  newest: Decided | undefined,
  routes: readonly RouteMade[],
  command: RouteCase,
): void {
  if (newest?.decisionId !== command.decisionId)
    refuseAsOutdated('SUPERSEDED', 'This is not the newest decision. Look at what was decided since.');
  const goesElsewhere = command.personIds.some((id) => {
    const outcome = newest.outcomes.find(({ personId }) => personId === id)?.outcome;
    return outcome === undefined || teamOfOutcome(pack, outcome) !== command.team;
  });
  if (goesElsewhere) refuse('TEAM_NOT_DECIDED', 'The decision does not send every child named here to this team.');
  const gone = routes.filter(({ state }) => state !== 'held');
  const needed = routesNeeded(pack, newest.outcomes, gone).map(({ personId }) => personId);
  if (!command.personIds.every((id) => needed.includes(id)))
    refuseAsOutdated('ALREADY_ROUTED', 'A child named here is on the way to this team already.');
}
