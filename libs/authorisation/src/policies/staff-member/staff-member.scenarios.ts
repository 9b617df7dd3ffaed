import type { Subject } from '../../ability/abilities';
import {
  admin,
  analyst,
  analystElsewhere,
  auditor,
  emergencyDuty,
  HERE,
  igOfficer,
  liaisonElsewhere,
  ourOwnService,
  policeLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aColleague: Subject<'StaffMember'> = { kind: 'StaffMember', id: 's-1', partnershipId: HERE, ofHub: false };
const ofTheHub: Subject<'StaffMember'> = { ...aColleague, ofHub: true };

export const staffMemberScenarios: ScenariosOf<'StaffMember'> = {
  'read StaffMember': {
    granted: [
      scenario('an analyst', analyst, aColleague),
      scenario('the emergency duty team', emergencyDuty, aColleague),
      scenario('an information governance officer', igOfficer, aColleague),
      scenario('an auditor', auditor, aColleague),
      scenario('the administrator, who names accounts to answer', admin, aColleague),
      scenario('a liaison officer, somebody of the hub', policeLiaison, ofTheHub),
    ],
    denied: [
      scenario('a teacher who refers', teacher, ofTheHub),
      scenario('a liaison officer, somebody of an agency', policeLiaison, aColleague),
      scenario('a liaison officer of another partnership, somebody of the hub', liaisonElsewhere, ofTheHub),
      scenario('an analyst of another partnership', analystElsewhere, aColleague),
      scenario('a service of ours', ourOwnService, aColleague),
    ],
  },
};
