import type { Subject } from '../../ability/abilities';
import {
  AGENCIES,
  analyst,
  auditor,
  healthLiaison,
  healthSystem,
  HERE,
  igOfficer,
  manager,
  managerElsewhere,
  otherTeacher,
  policeLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const ofPolice: Subject<'Recall'> = {
  kind: 'Recall',
  id: 'r-1',
  partnershipId: HERE,
  holderAgencyId: AGENCIES.police,
  shownTo: [teacher.id],
  sentTo: [],
  open: true,
};
const ofTheHub = { ...ofPolice, holderAgencyId: '' };
const sentToPolice = { ...ofTheHub, shownTo: [], sentTo: [AGENCIES.police] };

export const recallScenarios: ScenariosOf<'Recall'> = {
  'read Recall': {
    granted: [
      scenario('an analyst', analyst, ofPolice),
      scenario('an information governance officer', igOfficer, ofPolice),
      scenario('an auditor', auditor, ofPolice),
    ],
    denied: [
      scenario('whoever it was shown to, who has a notice of their own', teacher, ofPolice),
      scenario('a manager of another partnership', managerElsewhere, ofPolice),
    ],
  },
  'make Recall': {
    granted: [
      scenario('an analyst', analyst, ofPolice),
      scenario('the holder', policeLiaison, ofPolice),
      scenario('whoever it was shown to', teacher, ofPolice),
      scenario('who answers for the agency that it was sent to', policeLiaison, sentToPolice),
    ],
    denied: [
      scenario('somebody to whom it was not shown', otherTeacher, ofPolice),
      scenario('another agency', healthLiaison, ofPolice),
      scenario('who answers for another agency than it was sent to', healthLiaison, sentToPolice),
      scenario('an information governance officer, who has no case', igOfficer, ofPolice),
      scenario('a manager of another partnership', managerElsewhere, ofPolice),
      scenario('a system: a person says it', healthSystem, ofPolice),
    ],
  },
  'recall-match Recall': {
    granted: [scenario('an analyst', analyst, ofTheHub), scenario('a manager', manager, ofTheHub)],
    denied: [
      scenario('who answers for an agency that was asked about the person', policeLiaison, sentToPolice),
      scenario('whoever was shown something about the person', teacher, ofTheHub),
      scenario('an information governance officer', igOfficer, ofTheHub),
      scenario('a manager of another partnership', managerElsewhere, ofTheHub),
    ],
  },
  'confirm-identity Recall': {
    granted: [
      scenario('the holder', policeLiaison, ofPolice),
      scenario('a manager, of a match that is the hub’s own', manager, ofTheHub),
    ],
    denied: [
      scenario('a manager, who does not speak for the holder', manager, ofPolice),
      scenario('another agency', healthLiaison, ofPolice),
      scenario('an analyst', analyst, ofTheHub),
    ],
  },
  'close Recall': {
    granted: [scenario('a manager', manager, ofPolice)],
    denied: [
      scenario('twice', manager, { ...ofPolice, open: false }),
      scenario('an analyst', analyst, ofPolice),
      scenario('the holder', policeLiaison, ofPolice),
      scenario('a manager of another partnership', managerElsewhere, ofPolice),
    ],
  },
};
