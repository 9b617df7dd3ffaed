import type { Subject } from '../../ability/abilities';
import {
  teacher,
  analyst,
  policeLiaison,
  healthLiaison,
  igOfficer,
  auditor,
  igOfficerElsewhere,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aSharingDecision = (changes: Partial<Subject<'SharingDecision'>> = {}): Subject<'SharingDecision'> => ({
  kind: 'SharingDecision',
  ...ordinaryCase,
  holderAgencyId: AGENCIES.health,
  ...changes,
});

export const sharingDecisionScenarios: ScenariosOf<'SharingDecision'> = {
  'read SharingDecision': {
    granted: [
      scenario('the hub', analyst, aSharingDecision()),
      scenario('an information governance officer', igOfficer, aSharingDecision()),
      scenario(
        'an information governance officer, though the case is restricted',
        igOfficer,
        aSharingDecision({ restricted: true }),
      ),
      scenario('the holder, about its own information', healthLiaison, aSharingDecision()),
    ],
    denied: [
      scenario('another agency', policeLiaison, aSharingDecision()),
      scenario('a referrer', teacher, aSharingDecision()),
      scenario('an auditor', auditor, aSharingDecision()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, aSharingDecision()),
      scenario('an analyst who is not named on a restricted case', analyst, aSharingDecision({ restricted: true })),
    ],
  },
};
