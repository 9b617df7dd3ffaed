import type { Subject } from '../../ability/abilities';
import { auditor, HERE, igOfficer, igOfficerElsewhere, manager, ourOwnService } from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aCheck: Subject<'RowCheck'> = { kind: 'RowCheck', id: 'c-1', partnershipId: HERE };

export const rowCheckScenarios: ScenariosOf<'RowCheck'> = {
  'read RowCheck': {
    granted: [
      scenario('an information governance officer', igOfficer, aCheck),
      scenario('an auditor', auditor, aCheck),
    ],
    denied: [
      scenario('a manager', manager, aCheck),
      scenario('information governance of another partnership', igOfficerElsewhere, aCheck),
      scenario('a service of ours', ourOwnService, aCheck),
    ],
  },
  'acknowledge RowCheck': {
    granted: [scenario('an information governance officer', igOfficer, aCheck)],
    denied: [
      scenario('an auditor', auditor, aCheck),
      scenario('a manager', manager, aCheck),
      scenario('information governance of another partnership', igOfficerElsewhere, aCheck),
      scenario('a service of ours', ourOwnService, aCheck),
    ],
  },
};
