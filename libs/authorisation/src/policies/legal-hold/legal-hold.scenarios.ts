import type { Subject } from '../../ability/abilities';
import {
  admin,
  analyst,
  auditor,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  ourOwnService,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aHold = (changes: Partial<Subject<'LegalHold'>> = {}): Subject<'LegalHold'> => ({
  kind: 'LegalHold',
  id: 'h-1',
  partnershipId: HERE,
  standing: true,
  ...changes,
});

export const legalHoldScenarios: ScenariosOf<'LegalHold'> = {
  'read LegalHold': {
    granted: [
      scenario('an information governance officer', igOfficer, aHold()),
      scenario('an auditor', auditor, aHold({ standing: false })),
    ],
    denied: [
      scenario('a manager', manager, aHold()),
      scenario('an analyst', analyst, aHold()),
      scenario('information governance of another partnership', igOfficerElsewhere, aHold()),
    ],
  },
  'place LegalHold': {
    granted: [scenario('an information governance officer', igOfficer, aHold({ standing: false }))],
    denied: [
      scenario('an auditor', auditor, aHold({ standing: false })),
      scenario('a manager', manager, aHold({ standing: false })),
      scenario('an administrator', admin, aHold({ standing: false })),
      scenario('information governance of another partnership', igOfficerElsewhere, aHold({ standing: false })),
      scenario('a service of ours', ourOwnService, aHold({ standing: false })),
    ],
  },
  'lift LegalHold': {
    granted: [scenario('an information governance officer', igOfficer, aHold())],
    denied: [
      scenario('twice', igOfficer, aHold({ standing: false })),
      scenario('an auditor', auditor, aHold()),
      scenario('a manager', manager, aHold()),
      scenario('information governance of another partnership', igOfficerElsewhere, aHold()),
    ],
  },
};
