import type { Subject } from '../../ability/abilities';
import {
  admin,
  AGENCIES,
  analyst,
  ELSEWHERE,
  healthLiaison,
  igOfficer,
  managerElsewhere,
  policeLiaison,
  secondHealthLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { HERE } from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const ofHealth = (changes: Partial<Subject<'ReleaserRegister'>> = {}): Subject<'ReleaserRegister'> => ({
  kind: 'ReleaserRegister',
  id: AGENCIES.health,
  partnershipId: HERE,
  agencyId: AGENCIES.health,
  agencyDesk: true,
  keeperIds: [healthLiaison.id],
  ...changes,
});

export const releaserRegisterScenarios: ScenariosOf<'ReleaserRegister'> = {
  'read ReleaserRegister': {
    granted: [
      scenario('the administrator', admin, ofHealth()),
      scenario('the hub, which has to know whom to ring', analyst, ofHealth()),
      scenario('information governance', igOfficer, ofHealth()),
      scenario("the agency's own staff", secondHealthLiaison, ofHealth()),
    ],
    denied: [
      scenario('another agency', policeLiaison, ofHealth()),
      scenario('a referrer', teacher, ofHealth()),
      scenario('another partnership', managerElsewhere, ofHealth()),
    ],
  },
  'keep ReleaserRegister': {
    granted: [
      scenario('the administrator', admin, ofHealth()),
      scenario("the agency's named senior or safeguarding lead", healthLiaison, ofHealth()),
      scenario("the administrator, a desk of the partnership's", admin, ofHealth({ agencyDesk: false })),
    ],
    denied: [
      scenario("the agency's senior, a desk of the partnership's", healthLiaison, ofHealth({ agencyDesk: false })),
      scenario('a colleague who is neither', secondHealthLiaison, ofHealth()),
      scenario('the hub', analyst, ofHealth()),
      scenario('information governance', igOfficer, ofHealth()),
      scenario("another agency's senior", policeLiaison, ofHealth({ keeperIds: [policeLiaison.id] })),
      scenario('the administrator of another partnership', admin, ofHealth({ partnershipId: ELSEWHERE })),
    ],
  },
};
