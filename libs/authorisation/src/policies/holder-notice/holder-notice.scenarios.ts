import type { Subject } from '../../ability/abilities';
import {
  AGENCIES,
  analyst,
  healthLiaison,
  igOfficer,
  liaisonElsewhere,
  manager,
  policeLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aNotice = (changes: Partial<Subject<'HolderNotice'>> = {}): Subject<'HolderNotice'> => ({
  kind: 'HolderNotice',
  ...ordinaryCase,
  agencyId: AGENCIES.police,
  ...changes,
});
const conflicted = scenario(
  'somebody of the holder who has a conflict of interest',
  policeLiaison,
  aNotice({ conflicts: [policeLiaison.id] }),
);

export const holderNoticeScenarios: ScenariosOf<'HolderNotice'> = {
  'read HolderNotice': {
    granted: [scenario('liaison staff of the holder', policeLiaison, aNotice())],
    denied: [
      scenario('another holder', healthLiaison, aNotice()),
      scenario('the same body in another partnership', liaisonElsewhere, aNotice()),
      scenario('a practitioner of the holder who is no liaison', teacher, aNotice({ agencyId: AGENCIES.school })),
      scenario('the hub, which told it', analyst, aNotice()),
      scenario('information governance, which has the ledger', igOfficer, aNotice({ agencyId: AGENCIES.council })),
      conflicted,
    ],
  },
  'acknowledge HolderNotice': {
    granted: [scenario('liaison staff of the holder', policeLiaison, aNotice())],
    denied: [
      scenario('another holder', healthLiaison, aNotice()),
      scenario('the hub on its behalf', manager, aNotice()),
      conflicted,
    ],
  },
};
