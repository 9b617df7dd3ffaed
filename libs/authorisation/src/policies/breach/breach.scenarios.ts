import type { Subject } from '../../ability/abilities';
import {
  analyst,
  auditor,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  ourOwnService,
  policeLiaison,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aBreach: Subject<'Breach'> = { kind: 'Breach', id: 'b-1', partnershipId: HERE };
const others = [
  scenario('a manager, who is told and does not judge it', manager, aBreach),
  scenario('an analyst', analyst, aBreach),
  scenario('an agency', policeLiaison, aBreach),
  scenario('information governance of another partnership', igOfficerElsewhere, aBreach),
  scenario('a service of ours', ourOwnService, aBreach),
] as const;

export const breachScenarios: ScenariosOf<'Breach'> = {
  'read Breach': {
    granted: [
      scenario('an information governance officer', igOfficer, aBreach),
      scenario('an auditor', auditor, aBreach),
    ],
    denied: [...others],
  },
  'state Breach': {
    granted: [scenario('an information governance officer', igOfficer, aBreach)],
    denied: [scenario('an auditor', auditor, aBreach), ...others],
  },
  'export Breach': {
    granted: [scenario('an information governance officer', igOfficer, aBreach)],
    denied: [scenario('an auditor', auditor, aBreach), ...others],
  },
};
