import type { Subject } from '../../ability/abilities';
import {
  teacher,
  analyst,
  manager,
  policeLiaison,
  healthLiaison,
  igOfficer,
  admin,
  auditor,
  igOfficerElsewhere,
  liaisonElsewhere,
  HERE,
  AGENCIES,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anAgreement = (changes: Partial<Subject<'Agreement'>> = {}): Subject<'Agreement'> => ({
  kind: 'Agreement',
  id: 'g-1',
  partnershipId: HERE,
  parties: [AGENCIES.police, AGENCIES.council],
  ...changes,
});

export const agreementScenarios: ScenariosOf<'Agreement'> = {
  'read Agreement': {
    granted: [
      scenario('an information governance officer', igOfficer, anAgreement()),
      scenario('an administrator', admin, anAgreement()),
      scenario('an analyst', analyst, anAgreement()),
      scenario('a party', policeLiaison, anAgreement()),
    ],
    denied: [
      scenario('an agency that is no party', healthLiaison, anAgreement()),
      scenario('a party of that name in another partnership', liaisonElsewhere, anAgreement()),
      scenario('an auditor', auditor, anAgreement()),
      scenario('a referrer', teacher, anAgreement()),
    ],
  },
  'amend Agreement': {
    granted: [
      scenario('an administrator', admin, anAgreement()),
      scenario('an information governance officer', igOfficer, anAgreement()),
    ],
    denied: [
      scenario('a manager', manager, anAgreement()),
      scenario('a party', policeLiaison, anAgreement()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, anAgreement()),
    ],
  },
};
