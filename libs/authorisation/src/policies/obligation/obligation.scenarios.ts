import type { Subject } from '../../ability/abilities';
import {
  admin,
  AGENCIES,
  analyst,
  analystElsewhere,
  auditor,
  contactOfficer,
  healthLiaison,
  igOfficer,
  igOfficerElsewhere,
  manager,
  policeLiaison,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aTask = (changes: Partial<Subject<'Obligation'>> = {}): Subject<'Obligation'> => ({
  kind: 'Obligation',
  ...ordinaryCase,
  ownerGroup: 'hub',
  ownerAgencyId: '',
  climbedTo: 'nobody',
  ...changes,
});
const ofHealth = aTask({ ownerGroup: 'agency', ownerAgencyId: AGENCIES.health });

export const obligationScenarios: ScenariosOf<'Obligation'> = {
  'read Obligation': {
    granted: [
      scenario('an analyst, of the hub', analyst, aTask()),
      scenario('an analyst, what the holder owes', analyst, ofHealth),
      scenario('the holder, its own', healthLiaison, ofHealth),
      scenario('information governance, its own', igOfficer, aTask({ ownerGroup: 'ig' })),
      scenario('information governance, what is late and has climbed to it', igOfficer, aTask({ climbedTo: 'ig' })),
      scenario('the administrator, what an agreement needs', admin, aTask({ ownerGroup: 'admin' })),
      scenario('a contact officer, what the door owes', contactOfficer, aTask({ ownerGroup: 'door' })),
    ],
    denied: [
      scenario('another agency', policeLiaison, ofHealth),
      scenario("an agency, of the hub's", healthLiaison, aTask()),
      scenario('information governance, before it has climbed', igOfficer, aTask()),
      scenario('an analyst with a conflict of interest', analyst, aTask({ conflicts: [analyst.id] })),
      scenario('an analyst of another partnership', analystElsewhere, aTask()),
      scenario('an auditor', auditor, aTask()),
    ],
  },
  'complete Obligation': {
    granted: [
      scenario('an analyst, of the hub', analyst, aTask()),
      scenario('a manager, of the managers', manager, aTask({ ownerGroup: 'manager' })),
      scenario('the holder, its own', healthLiaison, ofHealth),
      scenario('information governance, its own', igOfficer, aTask({ ownerGroup: 'ig' })),
    ],
    denied: [
      scenario('an analyst, what a manager judges', analyst, aTask({ ownerGroup: 'manager' })),
      scenario('the hub, what the holder owes', manager, ofHealth),
      scenario('anybody, what the system does', manager, aTask({ ownerGroup: 'system' })),
      scenario('information governance, what has only climbed to it', igOfficer, aTask({ climbedTo: 'ig' })),
      scenario('information governance of another partnership', igOfficerElsewhere, aTask({ ownerGroup: 'ig' })),
    ],
  },
};
