import { testScenarios } from '../shared/scenario.scenarios';
import { auditEntryScenarios } from './audit-entry.scenarios';

testScenarios('AuditEntry', auditEntryScenarios);
