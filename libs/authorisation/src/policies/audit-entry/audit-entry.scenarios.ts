import type { Subject } from '../../ability/abilities';
import {
  manager,
  igOfficer,
  admin,
  auditor,
  igOfficerElsewhere,
  ourOwnService,
  HERE,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anAuditEntry = (changes: Partial<Subject<'AuditEntry'>> = {}): Subject<'AuditEntry'> => ({
  kind: 'AuditEntry',
  id: 'a-1',
  partnershipId: HERE,
  ...changes,
});

export const auditEntryScenarios: ScenariosOf<'AuditEntry'> = {
  'read AuditEntry': {
    granted: [
      scenario('an information governance officer', igOfficer, anAuditEntry()),
      scenario('an auditor', auditor, anAuditEntry()),
    ],
    denied: [
      scenario('a manager', manager, anAuditEntry()),
      scenario('an administrator', admin, anAuditEntry()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, anAuditEntry()),
      scenario('a service of ours', ourOwnService, anAuditEntry()),
    ],
  },
  'export AuditEntry': {
    granted: [
      scenario('an information governance officer', igOfficer, anAuditEntry()),
      scenario('an auditor', auditor, anAuditEntry()),
    ],
    denied: [
      scenario('a manager', manager, anAuditEntry()),
      scenario('an administrator', admin, anAuditEntry()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, anAuditEntry()),
      scenario('a service of ours', ourOwnService, anAuditEntry()),
    ],
  },
};
