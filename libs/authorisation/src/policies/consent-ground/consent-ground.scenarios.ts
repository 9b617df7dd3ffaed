import type { Subject } from '../../ability/abilities';
import {
  analyst,
  socialWorkAnalyst,
  manager,
  healthLiaison,
  igOfficer,
  managerElsewhere,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aGround = (changes: Partial<Subject<'ConsentGround'>> = {}): Subject<'ConsentGround'> => ({
  kind: 'ConsentGround',
  ...ordinaryCase,
  recordedBy: analyst.id,
  decided: false,
  ...changes,
});

export const consentGroundScenarios: ScenariosOf<'ConsentGround'> = {
  'decide ConsentGround': {
    granted: [
      scenario('a manager, of what an analyst wrote down', manager, aGround()),
      scenario(
        'a manager who is named on a restricted case',
        manager,
        aGround({ restricted: true, namedAccess: [manager.id] }),
      ),
    ],
    denied: [
      scenario('a manager, of what they wrote down themselves', manager, aGround({ recordedBy: manager.id })),
      scenario('an analyst', socialWorkAnalyst, aGround()),
      scenario('a second time', manager, aGround({ decided: true })),
      scenario('a manager with a conflict of interest', manager, aGround({ conflicts: [manager.id] })),
      scenario('a manager of another partnership', managerElsewhere, aGround()),
      scenario('an agency', healthLiaison, aGround()),
      scenario('an information governance officer', igOfficer, aGround()),
    ],
  },
};
