import type { Subject } from '../../ability/abilities';
import { teacher, otherTeacher, analyst, manager, auditor, analystElsewhere } from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aFeedback = (changes: Partial<Subject<'Feedback'>> = {}): Subject<'Feedback'> => ({
  kind: 'Feedback',
  ...ordinaryCase,
  referrerId: teacher.id,
  sent: false,
  ...changes,
});

export const feedbackScenarios: ScenariosOf<'Feedback'> = {
  'read Feedback': {
    granted: [
      scenario('the referrer, once it is sent', teacher, aFeedback({ sent: true })),
      scenario('the hub', analyst, aFeedback()),
    ],
    denied: [
      scenario('the referrer, before it is sent', teacher, aFeedback()),
      scenario('a colleague of the referrer', otherTeacher, aFeedback({ sent: true })),
      scenario('an auditor', auditor, aFeedback({ sent: true })),
      scenario('an analyst of another partnership', analystElsewhere, aFeedback()),
    ],
  },
  'settle Feedback': {
    granted: [scenario('the hub', analyst, aFeedback())],
    denied: [
      scenario('twice', analyst, aFeedback({ sent: true })),
      scenario('the referrer', teacher, aFeedback()),
      scenario('a manager with a conflict of interest', manager, aFeedback({ conflicts: [manager.id] })),
    ],
  },
};
