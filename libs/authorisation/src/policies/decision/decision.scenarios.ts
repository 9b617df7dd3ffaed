import type { Subject } from '../../ability/abilities';
import {
  teacher,
  contactOfficer,
  analyst,
  socialWorkAnalyst,
  manager,
  socialCareManager,
  igOfficer,
  analystElsewhere,
  managerElsewhere,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aDecision = (changes: Partial<Subject<'Decision'>> = {}): Subject<'Decision'> => ({
  kind: 'Decision',
  ...ordinaryCase,
  ...changes,
});

export const decisionScenarios: ScenariosOf<'Decision'> = {
  'read Decision': {
    granted: [scenario('the hub', analyst, aDecision())],
    denied: [
      scenario('the receiving team', socialCareManager, aDecision()),
      scenario('an information governance officer', igOfficer, aDecision()),
      scenario('the referrer', teacher, aDecision()),
      scenario('an analyst of another partnership', analystElsewhere, aDecision()),
    ],
  },
  'make Decision': {
    granted: [scenario('a manager', manager, aDecision())],
    denied: [
      scenario('an analyst', socialWorkAnalyst, aDecision()),
      scenario('a manager of another partnership', managerElsewhere, aDecision()),
      scenario('a manager with a conflict of interest', manager, aDecision({ conflicts: [manager.id] })),
    ],
  },
  'dissent Decision': {
    granted: [scenario('an analyst', analyst, aDecision())],
    denied: [
      scenario('a contact officer', contactOfficer, aDecision()),
      scenario('a manager of another partnership', managerElsewhere, aDecision()),
    ],
  },
  'revisit Decision': {
    granted: [scenario('a manager, after a late answer', manager, aDecision())],
    denied: [scenario('an analyst', analyst, aDecision())],
  },
};
