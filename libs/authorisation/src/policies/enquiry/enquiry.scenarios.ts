import type { Subject } from '../../ability/abilities';
import {
  teacher,
  contactOfficer,
  analyst,
  socialWorkAnalyst,
  manager,
  policeLiaison,
  socialCareManager,
  emergencyDuty,
  igOfficer,
  admin,
  auditor,
  analystElsewhere,
  managerElsewhere,
  ourOwnService,
  ELSEWHERE,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anEnquiry = (changes: Partial<Subject<'Enquiry'>> = {}): Subject<'Enquiry'> => ({
  kind: 'Enquiry',
  ...ordinaryCase,
  ...changes,
});

export const enquiryScenarios: ScenariosOf<'Enquiry'> = {
  'read Enquiry': {
    granted: [
      scenario('an analyst', analyst, anEnquiry()),
      scenario('a manager', manager, anEnquiry()),
      scenario('a contact officer', contactOfficer, anEnquiry()),
      scenario('the emergency duty team', emergencyDuty, anEnquiry()),
      scenario(
        'a restricted one, by whoever is named',
        analyst,
        anEnquiry({ restricted: true, namedAccess: [analyst.id] }),
      ),
    ],
    denied: [
      scenario('a manager who is not named on a restricted one', manager, anEnquiry({ restricted: true })),
      scenario(
        'a named analyst with a conflict of interest',
        analyst,
        anEnquiry({ restricted: true, namedAccess: [analyst.id], conflicts: [analyst.id] }),
      ),
      scenario('an analyst of another partnership', analystElsewhere, anEnquiry()),
      scenario(
        'an analyst of another partnership whom somebody named',
        analystElsewhere,
        anEnquiry({ restricted: true, namedAccess: [analystElsewhere.id] }),
      ),
      scenario('an information governance officer', igOfficer, anEnquiry()),
      scenario('an auditor', auditor, anEnquiry()),
      scenario('an administrator', admin, anEnquiry()),
      scenario('the referrer', teacher, anEnquiry()),
      scenario('police', policeLiaison, anEnquiry()),
      scenario('the receiving social care manager', socialCareManager, anEnquiry()),
      scenario('a service of ours', ourOwnService, anEnquiry()),
    ],
  },
  'screen Enquiry': {
    granted: [scenario('an analyst', analyst, anEnquiry()), scenario('a manager', manager, anEnquiry())],
    denied: [
      scenario('a contact officer', contactOfficer, anEnquiry()),
      scenario('an analyst who is not named on a restricted one', analyst, anEnquiry({ restricted: true })),
    ],
  },
  'rate Enquiry': {
    granted: [
      scenario('a manager', manager, anEnquiry()),
      scenario('an analyst who is a social worker', socialWorkAnalyst, anEnquiry()),
    ],
    denied: [
      scenario('an analyst without that clearance', analyst, anEnquiry()),
      scenario('a social worker of the emergency duty team', emergencyDuty, anEnquiry()),
      scenario('a social work analyst of another partnership', analystElsewhere, anEnquiry()),
      scenario('a manager with a conflict of interest', manager, anEnquiry({ conflicts: [manager.id] })),
      scenario('a liaison officer', policeLiaison, anEnquiry()),
    ],
  },
  'judge Enquiry': {
    granted: [
      scenario('a manager', manager, anEnquiry()),
      scenario('an analyst who is a social worker', socialWorkAnalyst, anEnquiry()),
    ],
    denied: [
      scenario('an analyst without that clearance', analyst, anEnquiry()),
      scenario('a receiving social care manager', socialCareManager, anEnquiry()),
    ],
  },
  'ask Enquiry': {
    granted: [scenario('an analyst presses Send', analyst, anEnquiry())],
    denied: [
      scenario('a contact officer', contactOfficer, anEnquiry()),
      scenario('an analyst of another partnership', analystElsewhere, anEnquiry()),
    ],
  },
  'protect Enquiry': {
    granted: [
      scenario('an analyst', analyst, anEnquiry()),
      scenario('a contact officer at the first call', contactOfficer, anEnquiry()),
      scenario('the emergency duty team', emergencyDuty, anEnquiry()),
    ],
    denied: [
      scenario('a referrer', teacher, anEnquiry()),
      scenario('an information governance officer', igOfficer, anEnquiry()),
      scenario('a contact officer on another partnership’s', contactOfficer, anEnquiry({ partnershipId: ELSEWHERE })),
    ],
  },
  'decide Enquiry': {
    granted: [
      scenario('a manager', manager, anEnquiry()),
      scenario(
        'a named manager on a restricted one',
        manager,
        anEnquiry({ restricted: true, namedAccess: [manager.id] }),
      ),
    ],
    denied: [
      scenario('an analyst, social worker or not', socialWorkAnalyst, anEnquiry()),
      scenario('a social care manager', socialCareManager, anEnquiry()),
      scenario('a manager of another partnership', managerElsewhere, anEnquiry()),
    ],
  },
  'restrict Enquiry': {
    granted: [scenario('a manager', manager, anEnquiry())],
    denied: [scenario('an analyst', socialWorkAnalyst, anEnquiry()), scenario('an administrator', admin, anEnquiry())],
  },
  'clear-places Enquiry': {
    granted: [scenario('a manager', manager, anEnquiry())],
    denied: [
      scenario('an analyst, who may mark them', socialWorkAnalyst, anEnquiry()),
      scenario('a manager who is not named on a restricted one', manager, anEnquiry({ restricted: true })),
      scenario('a manager with a conflict of interest', manager, anEnquiry({ conflicts: [manager.id] })),
      scenario('a manager of another partnership', managerElsewhere, anEnquiry()),
    ],
  },
  'break-glass Enquiry': {
    granted: [
      scenario('a manager opens a restricted one in need', manager, anEnquiry({ restricted: true })),
      scenario('the emergency duty team at night', emergencyDuty, anEnquiry({ restricted: true })),
    ],
    denied: [
      scenario('one that is not restricted: there is no glass', manager, anEnquiry()),
      scenario(
        'somebody kept out for a conflict of interest',
        manager,
        anEnquiry({ restricted: true, conflicts: [manager.id] }),
      ),
      scenario('a contact officer', contactOfficer, anEnquiry({ restricted: true })),
      scenario('a manager of another partnership', managerElsewhere, anEnquiry({ restricted: true })),
    ],
  },
};
