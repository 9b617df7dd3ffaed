import type { Subject } from '../../ability/abilities';
import {
  teacher,
  contactOfficer,
  analyst,
  manager,
  policeLiaison,
  earlyHelpCoordinator,
  socialCareManager,
  emergencyDuty,
  admin,
  auditor,
  analystElsewhere,
  managerElsewhere,
  ourOwnService,
  HERE,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aPerson = (changes: Partial<Subject<'Person'>> = {}): Subject<'Person'> => ({
  kind: 'Person',
  id: 'p-1',
  partnershipId: HERE,
  ...changes,
});

export const personScenarios: ScenariosOf<'Person'> = {
  'read Person': {
    granted: [
      scenario('an analyst searches before creating', analyst, aPerson()),
      scenario('a contact officer looks up a caller’s family', contactOfficer, aPerson()),
      scenario('the emergency duty team', emergencyDuty, aPerson()),
    ],
    denied: [
      scenario('police, who get names inside their requests', policeLiaison, aPerson()),
      scenario('a referrer', teacher, aPerson()),
      scenario('an early help coordinator', earlyHelpCoordinator, aPerson()),
      scenario('an auditor', auditor, aPerson()),
      scenario('an analyst of another partnership', analystElsewhere, aPerson()),
      scenario('a service of ours', ourOwnService, aPerson()),
    ],
  },
  'create Person': {
    granted: [scenario('an analyst', analyst, aPerson()), scenario('a manager', manager, aPerson())],
    denied: [
      scenario('a contact officer', contactOfficer, aPerson()),
      scenario('a social care manager', socialCareManager, aPerson()),
      scenario('an analyst of another partnership', analystElsewhere, aPerson()),
    ],
  },
  'amend Person': {
    granted: [scenario('an analyst completes the household', analyst, aPerson())],
    denied: [
      scenario('a contact officer', contactOfficer, aPerson()),
      scenario('an administrator', admin, aPerson()),
      scenario('a manager of another partnership', managerElsewhere, aPerson()),
    ],
  },
};
