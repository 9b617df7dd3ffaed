import type { Subject } from '../../ability/abilities';
import {
  analyst,
  manager,
  policeLiaison,
  healthLiaison,
  igOfficer,
  auditor,
  igOfficerElsewhere,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aDisclosure = (changes: Partial<Subject<'Disclosure'>> = {}): Subject<'Disclosure'> => ({
  kind: 'Disclosure',
  ...ordinaryCase,
  holderAgencyId: AGENCIES.health,
  ...changes,
});

export const disclosureScenarios: ScenariosOf<'Disclosure'> = {
  'read Disclosure': {
    granted: [
      scenario('an information governance officer', igOfficer, aDisclosure()),
      scenario('a manager', manager, aDisclosure()),
      scenario('an agency, what became of its information', healthLiaison, aDisclosure()),
    ],
    denied: [
      scenario('an analyst', analyst, aDisclosure()),
      scenario('another agency', policeLiaison, aDisclosure()),
      scenario('an auditor, who reads the audit log', auditor, aDisclosure()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, aDisclosure()),
      scenario('a manager who is not named on a restricted case', manager, aDisclosure({ restricted: true })),
    ],
  },
};
