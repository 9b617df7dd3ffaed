import type { Subject } from '../../ability/abilities';
import {
  analyst,
  teacher,
  manager,
  policeLiaison,
  healthLiaison,
  liaisonElsewhere,
  earlyHelpCoordinator,
  igOfficer,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aNotice = (changes: Partial<Subject<'ConsentNotice'>> = {}): Subject<'ConsentNotice'> => ({
  kind: 'ConsentNotice',
  ...ordinaryCase,
  agencyId: AGENCIES.police,
  confirmed: false,
  ...changes,
});

export const consentNoticeScenarios: ScenariosOf<'ConsentNotice'> = {
  'read ConsentNotice': {
    granted: [
      scenario('liaison staff of the body that was told', policeLiaison, aNotice()),
      scenario('a receiving team that was told', earlyHelpCoordinator, aNotice({ agencyId: AGENCIES.earlyHelp })),
      scenario('one that was confirmed', policeLiaison, aNotice({ confirmed: true })),
    ],
    denied: [
      scenario('another body', healthLiaison, aNotice()),
      scenario('the same body in another partnership', liaisonElsewhere, aNotice()),
      scenario(
        'a practitioner of a body who is neither liaison nor team',
        teacher,
        aNotice({ agencyId: AGENCIES.school }),
      ),
      scenario('the hub, which reads it on the enquiry', analyst, aNotice()),
      scenario(
        'somebody of the body who has a conflict of interest',
        policeLiaison,
        aNotice({ conflicts: [policeLiaison.id] }),
      ),
      scenario('an information governance officer', igOfficer, aNotice({ agencyId: AGENCIES.council })),
    ],
  },
  'confirm ConsentNotice': {
    granted: [
      scenario('liaison staff of the body that was told', policeLiaison, aNotice()),
      scenario('a receiving team that was told', earlyHelpCoordinator, aNotice({ agencyId: AGENCIES.earlyHelp })),
    ],
    denied: [
      scenario('another body', healthLiaison, aNotice()),
      scenario('twice', policeLiaison, aNotice({ confirmed: true })),
      scenario(
        'somebody of the body who has a conflict of interest',
        policeLiaison,
        aNotice({ conflicts: [policeLiaison.id] }),
      ),
      scenario('the hub on its behalf', manager, aNotice()),
    ],
  },
};
