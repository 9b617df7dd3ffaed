import type { Subject } from '../../ability/abilities';
import {
  AGENCIES,
  healthLiaison,
  healthSystem,
  HERE,
  igOfficer,
  liaisonElsewhere,
  manager,
  otherTeacher,
  policeLiaison,
  teacher,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const toTheTeacher: Subject<'RecallNotice'> = {
  kind: 'RecallNotice',
  id: 'n-1',
  partnershipId: HERE,
  recipientId: teacher.id,
  recipientAgencyId: AGENCIES.school,
};
const toThePolice = { ...toTheTeacher, recipientId: '', recipientAgencyId: AGENCIES.police };
const denied = [
  scenario('a colleague of theirs', otherTeacher, toTheTeacher),
  scenario('somebody of another agency', healthLiaison, toTheTeacher),
  scenario('somebody of another agency, where a desk was told', healthLiaison, toThePolice),
  scenario('a manager, for them', manager, toTheTeacher),
  scenario('information governance', igOfficer, toTheTeacher),
  scenario('the police of another partnership', liaisonElsewhere, toThePolice),
  scenario('a system', healthSystem, { ...toTheTeacher, recipientId: healthSystem.id }),
] as const;
const granted = [
  scenario('whoever it was shown to', teacher, toTheTeacher),
  scenario('somebody of the desk that was told', policeLiaison, toThePolice),
] as const;

export const recallNoticeScenarios: ScenariosOf<'RecallNotice'> = {
  'read RecallNotice': { granted: [...granted], denied: [...denied] },
  'confirm RecallNotice': { granted: [...granted], denied: [...denied] },
};
