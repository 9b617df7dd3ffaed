import type { Subject } from '../../ability/abilities';
import {
  admin,
  analyst,
  auditor,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  managerElsewhere,
  ourOwnService,
  policeLiaison,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const colleague = { ...igOfficer, id: `${igOfficer.id.slice(0, -1)}f` };
const anErasure = (changes: Partial<Subject<'Erasure'>> = {}): Subject<'Erasure'> => ({
  kind: 'Erasure',
  id: 'x-1',
  partnershipId: HERE,
  requestedBy: igOfficer.id,
  state: 'requested',
  ...changes,
});
const notYet = anErasure({ state: 'none', requestedBy: '' });

export const erasureScenarios: ScenariosOf<'Erasure'> = {
  'read Erasure': {
    granted: [
      scenario('an information governance officer', igOfficer, anErasure()),
      scenario('a manager, who may be the second person', manager, anErasure()),
      scenario('an auditor', auditor, anErasure({ state: 'erased' })),
    ],
    denied: [
      scenario('an analyst', analyst, anErasure()),
      scenario('an agency', policeLiaison, anErasure()),
      scenario('an administrator', admin, anErasure()),
      scenario('information governance of another partnership', igOfficerElsewhere, anErasure()),
    ],
  },
  'request Erasure': {
    granted: [scenario('an information governance officer', igOfficer, notYet)],
    denied: [
      scenario('a manager', manager, notYet),
      scenario('an administrator', admin, notYet),
      scenario('an auditor', auditor, notYet),
      scenario('information governance of another partnership', igOfficerElsewhere, notYet),
      scenario('a service of ours', ourOwnService, notYet),
    ],
  },
  'confirm Erasure': {
    granted: [
      scenario('a colleague of information governance', colleague, anErasure()),
      scenario('a hub manager', manager, anErasure()),
    ],
    denied: [
      scenario('the one who asked for it', igOfficer, anErasure()),
      scenario('the one who asked for it, as a manager', { ...manager, id: igOfficer.id }, anErasure()),
      scenario('anybody, once it was withdrawn', colleague, anErasure({ state: 'withdrawn' })),
      scenario('anybody, twice', manager, anErasure({ state: 'erased' })),
      scenario('an analyst', analyst, anErasure()),
      scenario('an auditor', auditor, anErasure()),
      scenario('a manager of another partnership', managerElsewhere, anErasure()),
      scenario('a service of ours', ourOwnService, anErasure()),
    ],
  },
  'withdraw Erasure': {
    granted: [
      scenario('the one who asked for it', igOfficer, anErasure()),
      scenario('a colleague', colleague, anErasure()),
    ],
    denied: [
      scenario('a manager', manager, anErasure()),
      scenario('anybody, once it is done', igOfficer, anErasure({ state: 'erased' })),
      scenario('information governance of another partnership', igOfficerElsewhere, anErasure()),
    ],
  },
};
