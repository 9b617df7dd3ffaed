import type { Subject } from '../../ability/abilities';
import {
  admin,
  analyst,
  auditor,
  ELSEWHERE,
  healthLiaison,
  healthSystem,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  ourOwnService,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aKey = (changes: Partial<Subject<'SystemKey'>> = {}): Subject<'SystemKey'> => ({
  kind: 'SystemKey',
  id: 'k-1',
  partnershipId: HERE,
  ...changes,
});

export const systemKeyScenarios: ScenariosOf<'SystemKey'> = {
  'read SystemKey': {
    granted: [
      scenario('an administrator', admin, aKey()),
      scenario('an information governance officer', igOfficer, aKey()),
    ],
    denied: [
      scenario('a manager of the hub', manager, aKey()),
      scenario('liaison staff of the agency', healthLiaison, aKey()),
      scenario('an auditor', auditor, aKey()),
      scenario('an administrator, of another partnership’s', admin, aKey({ partnershipId: ELSEWHERE })),
    ],
  },
  'register SystemKey': {
    granted: [scenario('an administrator', admin, aKey())],
    denied: [
      scenario('an information governance officer', igOfficer, aKey()),
      scenario('the system itself', healthSystem, aKey()),
      scenario('a service of ours', ourOwnService, aKey()),
      scenario('an analyst', analyst, aKey()),
      scenario('an administrator, for another partnership', admin, aKey({ partnershipId: ELSEWHERE })),
    ],
  },
  'revoke SystemKey': {
    granted: [
      scenario('an administrator', admin, aKey()),
      scenario('an information governance officer', igOfficer, aKey()),
    ],
    denied: [
      scenario('a manager of the hub', manager, aKey()),
      scenario('the system itself', healthSystem, aKey()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, aKey()),
    ],
  },
};
