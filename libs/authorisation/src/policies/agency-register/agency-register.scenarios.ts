import type { Subject } from '../../ability/abilities';
import {
  admin,
  auditor,
  ELSEWHERE,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  policeSignatory,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const theRegister = (partnershipId = HERE): Subject<'AgencyRegister'> => ({
  kind: 'AgencyRegister',
  id: partnershipId,
  partnershipId,
});

export const agencyRegisterScenarios: ScenariosOf<'AgencyRegister'> = {
  'read AgencyRegister': {
    granted: [
      scenario('an administrator', admin, theRegister()),
      scenario('an information governance officer', igOfficer, theRegister()),
    ],
    denied: [
      scenario('a manager', manager, theRegister()),
      scenario('an auditor', auditor, theRegister()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, theRegister()),
    ],
  },
  'amend AgencyRegister': {
    granted: [scenario('an administrator', admin, theRegister())],
    denied: [
      scenario('an information governance officer', igOfficer, theRegister()),
      scenario('a signatory', policeSignatory, theRegister()),
      scenario('an administrator, of another partnership', admin, theRegister(ELSEWHERE)),
    ],
  },
};
