import type { Subject } from '../../ability/abilities';
import {
  analyst,
  auditor,
  HERE,
  igOfficer,
  igOfficerElsewhere,
  manager,
  ourOwnService,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const anAlarm = (changes: Partial<Subject<'VolumeAlarm'>> = {}): Subject<'VolumeAlarm'> => ({
  kind: 'VolumeAlarm',
  id: 'a-1',
  partnershipId: HERE,
  accountId: analyst.id,
  ...changes,
});

export const volumeAlarmScenarios: ScenariosOf<'VolumeAlarm'> = {
  'read VolumeAlarm': {
    granted: [
      scenario('an information governance officer', igOfficer, anAlarm()),
      scenario('an auditor', auditor, anAlarm()),
    ],
    denied: [
      scenario('whoever looked', analyst, anAlarm()),
      scenario('a manager', manager, anAlarm()),
      scenario('information governance of another partnership', igOfficerElsewhere, anAlarm()),
      scenario('a service of ours', ourOwnService, anAlarm()),
    ],
  },
  'settle VolumeAlarm': {
    granted: [scenario('an information governance officer', igOfficer, anAlarm())],
    denied: [
      scenario('an officer about their own looking', igOfficer, anAlarm({ accountId: igOfficer.id })),
      scenario('an auditor', auditor, anAlarm()),
      scenario('a manager', manager, anAlarm()),
      scenario('information governance of another partnership', igOfficerElsewhere, anAlarm()),
    ],
  },
};
