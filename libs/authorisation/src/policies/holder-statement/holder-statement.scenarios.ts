import type { Subject } from '../../ability/abilities';
import {
  analyst,
  manager,
  policeLiaison,
  healthLiaison,
  secondHealthLiaison,
  igOfficer,
  admin,
  liaisonElsewhere,
  healthSystem,
  AGENCIES,
} from '../shared/actors.scenarios';
import { HERE } from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const ofHealth: Subject<'HolderStatement'> = {
  kind: 'HolderStatement',
  id: 'r-1',
  partnershipId: HERE,
  holderAgencyId: AGENCIES.health,
  speakerIds: [healthLiaison.id],
};
const ofPolice = { ...ofHealth, holderAgencyId: AGENCIES.police, speakerIds: [policeLiaison.id] };

export const holderStatementScenarios: ScenariosOf<'HolderStatement'> = {
  'read HolderStatement': {
    granted: [
      scenario('liaison staff of the holder', healthLiaison, ofHealth),
      scenario('a colleague of theirs', secondHealthLiaison, ofHealth),
    ],
    denied: [
      scenario('another agency', policeLiaison, ofHealth),
      scenario('a manager of the hub, who waits for it', manager, ofHealth),
      scenario('information governance, which sees no content', igOfficer, ofHealth),
      scenario('liaison staff of another partnership', liaisonElsewhere, ofPolice),
    ],
  },
  'make HolderStatement': {
    granted: [scenario('whoever speaks for the holder', policeLiaison, ofPolice)],
    denied: [
      scenario('another agency', healthLiaison, ofPolice),
      scenario('a colleague whom the register of the holder does not name', secondHealthLiaison, ofHealth),
      scenario('another agency, though named there', healthLiaison, { ...ofPolice, speakerIds: [healthLiaison.id] }),
      scenario('an analyst, who may not speak for the holder', analyst, ofHealth),
      scenario('a manager, who may override and not speak for the holder', manager, ofHealth),
      scenario('the administrator, who authorises and does not state', admin, ofHealth),
      scenario("the holder's system: a person says it", healthSystem, ofHealth),
    ],
  },
};
