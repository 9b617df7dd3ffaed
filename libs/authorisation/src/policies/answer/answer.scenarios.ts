import type { Subject } from '../../ability/abilities';
import {
  analyst,
  manager,
  policeLiaison,
  healthLiaison,
  socialCareManager,
  igOfficer,
  analystElsewhere,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anAnswer = (changes: Partial<Subject<'Answer'>> = {}): Subject<'Answer'> => ({
  kind: 'Answer',
  ...ordinaryCase,
  agencyId: AGENCIES.health,
  ...changes,
});

export const answerScenarios: ScenariosOf<'Answer'> = {
  'read Answer': {
    granted: [
      scenario('the hub sees that it is there', analyst, anAnswer()),
      scenario('the agency that gave it', healthLiaison, anAnswer()),
    ],
    denied: [
      scenario('another agency', policeLiaison, anAnswer()),
      scenario('an information governance officer', igOfficer, anAnswer()),
      scenario('an analyst of another partnership', analystElsewhere, anAnswer()),
      scenario('a manager with a conflict of interest', manager, anAnswer({ conflicts: [manager.id] })),
      scenario('the receiving team', socialCareManager, anAnswer()),
    ],
  },
};
