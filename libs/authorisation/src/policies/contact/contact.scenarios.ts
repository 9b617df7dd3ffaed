import type { Subject } from '../../ability/abilities';
import {
  teacher,
  otherTeacher,
  contactOfficer,
  analyst,
  manager,
  policeLiaison,
  emergencyDuty,
  igOfficer,
  admin,
  auditor,
  analystElsewhere,
  healthSystem,
  systemWithoutScope,
  ourOwnService,
  ELSEWHERE,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aContact = (changes: Partial<Subject<'Contact'>> = {}): Subject<'Contact'> => ({
  kind: 'Contact',
  ...ordinaryCase,
  authorId: teacher.id,
  ...changes,
});

export const contactScenarios: ScenariosOf<'Contact'> = {
  'create Contact': {
    granted: [
      scenario('a teacher refers a child', teacher, aContact()),
      scenario('police refer like anybody else', policeLiaison, aContact({ authorId: policeLiaison.id })),
      scenario('an agency’s system with the scope for it', healthSystem, aContact({ authorId: healthSystem.id })),
    ],
    denied: [
      scenario('in another’s name', otherTeacher, aContact()),
      scenario('in another partnership', teacher, aContact({ partnershipId: ELSEWHERE })),
      scenario('an auditor', auditor, aContact({ authorId: auditor.id })),
      scenario('a system without the scope', systemWithoutScope, aContact({ authorId: systemWithoutScope.id })),
      scenario(
        'a service of ours, which works for no partnership',
        ourOwnService,
        aContact({ authorId: ourOwnService.id }),
      ),
    ],
  },
  'take-call Contact': {
    granted: [
      scenario('a contact officer on the telephone', contactOfficer, aContact({ authorId: contactOfficer.id })),
      scenario('the emergency duty team at night', emergencyDuty, aContact({ authorId: emergencyDuty.id })),
    ],
    denied: [
      scenario('a teacher', teacher, aContact()),
      scenario('an administrator', admin, aContact()),
      scenario('a contact officer for another partnership', contactOfficer, aContact({ partnershipId: ELSEWHERE })),
    ],
  },
  'read Contact': {
    granted: [
      scenario('its author', teacher, aContact()),
      scenario('a contact officer', contactOfficer, aContact()),
      scenario('an analyst', analyst, aContact()),
      scenario(
        'a restricted one, by a named analyst',
        analyst,
        aContact({ restricted: true, namedAccess: [analyst.id] }),
      ),
      scenario('one’s own, even when it was restricted', teacher, aContact({ restricted: true })),
    ],
    denied: [
      scenario('another teacher of the same school', otherTeacher, aContact()),
      scenario('an information governance officer', igOfficer, aContact()),
      scenario('an auditor', auditor, aContact()),
      scenario('an analyst of another partnership', analystElsewhere, aContact()),
      scenario('a restricted one, by an analyst who is not named', analyst, aContact({ restricted: true })),
      scenario('by a manager with a conflict of interest', manager, aContact({ conflicts: [manager.id] })),
      scenario('police, who were not told of it', policeLiaison, aContact()),
      scenario('its author, who turned out to know the family', teacher, aContact({ conflicts: [teacher.id] })),
      scenario(
        'a restricted one, by the contact officer who wrote it down and is not named',
        contactOfficer,
        aContact({ restricted: true, authorId: contactOfficer.id }),
      ),
    ],
  },
};
