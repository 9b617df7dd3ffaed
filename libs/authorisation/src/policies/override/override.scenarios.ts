import type { Subject } from '../../ability/abilities';
import {
  AGENCIES,
  analyst,
  healthLiaison,
  igOfficer,
  igOfficerElsewhere,
  manager,
  managerElsewhere,
  overridingManager,
  policeLiaison,
  secondOverridingManager,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anOverride = (changes: Partial<Subject<'Override'>> = {}): Subject<'Override'> => ({
  kind: 'Override',
  ...ordinaryCase,
  holderAgencyId: AGENCIES.health,
  waiting: true,
  inForce: false,
  barredIds: [analyst.id, overridingManager.id],
  ...changes,
});
const inForce = anOverride({ waiting: false, inForce: true });

export const overrideScenarios: ScenariosOf<'Override'> = {
  'read Override': {
    granted: [
      scenario('a manager of the hub', manager, anOverride()),
      scenario('information governance', igOfficer, inForce),
    ],
    denied: [
      scenario('an analyst', analyst, inForce),
      scenario('the holder, who is told of it and reads no reason', healthLiaison, inForce),
      scenario('a manager with a conflict of interest', manager, anOverride({ conflicts: [manager.id] })),
      scenario('a manager of another partnership', managerElsewhere, inForce),
      scenario('information governance of another partnership', igOfficerElsewhere, inForce),
    ],
  },
  'confirm Override': {
    granted: [scenario('a second permitted manager', secondOverridingManager, anOverride())],
    denied: [
      scenario('whoever proposed it', overridingManager, anOverride()),
      scenario('a manager without the clearance', manager, anOverride()),
      scenario('whoever asked', secondOverridingManager, anOverride({ barredIds: [secondOverridingManager.id] })),
      scenario('information governance', igOfficer, anOverride()),
      scenario('twice', secondOverridingManager, inForce),
    ],
  },
  'acknowledge Override': {
    granted: [scenario('the holder', healthLiaison, inForce)],
    denied: [
      scenario('another agency', policeLiaison, inForce),
      scenario('before it is in force', healthLiaison, anOverride()),
      scenario('the hub', manager, inForce),
    ],
  },
  'judge Override': {
    granted: [scenario('information governance', igOfficer, inForce)],
    denied: [
      scenario('before it is in force', igOfficer, anOverride()),
      scenario('the hub, of itself', manager, inForce),
      scenario('information governance of another partnership', igOfficerElsewhere, inForce),
    ],
  },
};
