import type { Subject } from '../../ability/abilities';
import {
  analyst,
  manager,
  policeLiaison,
  socialCareLiaison,
  earlyHelpCoordinator,
  socialCareManager,
  emergencyDuty,
  igOfficer,
  ELSEWHERE,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aRouteItem = (changes: Partial<Subject<'RouteItem'>> = {}): Subject<'RouteItem'> => ({
  kind: 'RouteItem',
  ...ordinaryCase,
  team: 'social-care',
  open: true,
  ...changes,
});

export const routeItemScenarios: ScenariosOf<'RouteItem'> = {
  'read RouteItem': {
    granted: [
      scenario('the team it was sent to', socialCareManager, aRouteItem()),
      scenario('its liaison', socialCareLiaison, aRouteItem()),
      scenario('the hub', analyst, aRouteItem()),
      scenario('early help, what was sent to it', earlyHelpCoordinator, aRouteItem({ team: 'early-help' })),
    ],
    denied: [
      scenario('another team', earlyHelpCoordinator, aRouteItem()),
      scenario('police', policeLiaison, aRouteItem()),
      scenario(
        'somebody of the team who has a conflict of interest',
        socialCareManager,
        aRouteItem({ conflicts: [socialCareManager.id] }),
      ),
      scenario('an information governance officer', igOfficer, aRouteItem()),
      scenario('the team’s id in another partnership', socialCareManager, aRouteItem({ partnershipId: ELSEWHERE })),
    ],
  },
  'answer RouteItem': {
    granted: [
      scenario('the team’s manager accepts or returns', socialCareManager, aRouteItem()),
      scenario('the emergency duty team at night', emergencyDuty, aRouteItem()),
      scenario('the early help coordinator', earlyHelpCoordinator, aRouteItem({ team: 'early-help' })),
    ],
    denied: [
      scenario('the hub on the team’s behalf', manager, aRouteItem()),
      scenario('another team', earlyHelpCoordinator, aRouteItem()),
      scenario('twice', socialCareManager, aRouteItem({ open: false })),
      scenario(
        'a manager of the team who has a conflict of interest',
        socialCareManager,
        aRouteItem({ conflicts: [socialCareManager.id] }),
      ),
      scenario('a liaison officer of the team', socialCareLiaison, aRouteItem()),
    ],
  },
};
