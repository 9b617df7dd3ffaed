import type { Subject } from '../../ability/abilities';
import {
  analyst,
  auditor,
  emergencyDuty,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aGlass = (changes: Partial<Subject<'BrokenGlass'>> = {}): Subject<'BrokenGlass'> => ({
  kind: 'BrokenGlass',
  id: 'g-1',
  partnershipId: HERE,
  accountId: emergencyDuty.id,
  ...changes,
});

export const brokenGlassScenarios: ScenariosOf<'BrokenGlass'> = {
  'read BrokenGlass': {
    granted: [
      scenario('whoever broke it', emergencyDuty, aGlass()),
      scenario('information governance', igOfficer, aGlass()),
      scenario('an auditor', auditor, aGlass()),
    ],
    denied: [
      scenario('a colleague', analyst, aGlass()),
      scenario('a manager', manager, aGlass()),
      scenario('information governance of another partnership', igOfficerElsewhere, aGlass()),
    ],
  },
  'end BrokenGlass': {
    granted: [
      scenario('whoever broke it', emergencyDuty, aGlass()),
      scenario('information governance', igOfficer, aGlass()),
    ],
    denied: [scenario('a colleague', analyst, aGlass()), scenario('an auditor', auditor, aGlass())],
  },
  'review BrokenGlass': {
    granted: [scenario('information governance', igOfficer, aGlass())],
    denied: [
      scenario('whoever broke it', emergencyDuty, aGlass()),
      scenario(
        'an officer of information governance about what they did themselves',
        igOfficer,
        aGlass({ accountId: igOfficer.id }),
      ),
      scenario('an auditor', auditor, aGlass()),
      scenario('information governance of another partnership', igOfficerElsewhere, aGlass()),
    ],
  },
};
