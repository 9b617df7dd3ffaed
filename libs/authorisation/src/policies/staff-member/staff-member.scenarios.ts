import type { Subject } from '../../ability/abilities';
import {
  admin,
  analyst,
  analystElsewhere,
  auditor,
  emergencyDuty,
  HERE,
  igOfficer,
  ourOwnService,
  policeLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aColleague: Subject<'StaffMember'> = { kind: 'StaffMember', id: 's-1', partnershipId: HERE };

export const staffMemberScenarios: ScenariosOf<'StaffMember'> = {
  'read StaffMember': {
    granted: [
      scenario('an analyst', analyst, aColleague),
      scenario('the emergency duty team', emergencyDuty, aColleague),
      scenario('an information governance officer', igOfficer, aColleague),
      scenario('an auditor', auditor, aColleague),
      scenario('the administrator, who names accounts to answer', admin, aColleague),
    ],
    denied: [
      scenario('a teacher who refers', teacher, aColleague),
      scenario('a liaison officer', policeLiaison, aColleague),
      scenario('an analyst of another partnership', analystElsewhere, aColleague),
      scenario('a service of ours', ourOwnService, aColleague),
    ],
  },
};
