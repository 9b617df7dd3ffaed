import type { Subject } from '../../ability/abilities';
import { teacher, otherTeacher, manager, policeLiaison, igOfficer, HERE, ELSEWHERE } from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aDraft = (changes: Partial<Subject<'Draft'>> = {}): Subject<'Draft'> => ({
  kind: 'Draft',
  id: 'd-1',
  partnershipId: HERE,
  authorId: teacher.id,
  ...changes,
});

export const draftScenarios: ScenariosOf<'Draft'> = {
  'create Draft': {
    granted: [
      scenario('its author', teacher, aDraft()),
      scenario('a liaison officer with an answer begun', policeLiaison, aDraft({ authorId: policeLiaison.id })),
    ],
    denied: [
      scenario('a colleague of the author', otherTeacher, aDraft()),
      scenario('a manager', manager, aDraft()),
      scenario('its author’s id in another partnership', teacher, aDraft({ partnershipId: ELSEWHERE })),
      scenario('an information governance officer', igOfficer, aDraft({ authorId: igOfficer.id })),
    ],
  },
  'read Draft': {
    granted: [
      scenario('its author', teacher, aDraft()),
      scenario('a liaison officer with an answer begun', policeLiaison, aDraft({ authorId: policeLiaison.id })),
    ],
    denied: [
      scenario('a colleague of the author', otherTeacher, aDraft()),
      scenario('a manager', manager, aDraft()),
      scenario('its author’s id in another partnership', teacher, aDraft({ partnershipId: ELSEWHERE })),
      scenario('an information governance officer', igOfficer, aDraft({ authorId: igOfficer.id })),
    ],
  },
  'write Draft': {
    granted: [
      scenario('its author', teacher, aDraft()),
      scenario('a liaison officer with an answer begun', policeLiaison, aDraft({ authorId: policeLiaison.id })),
    ],
    denied: [
      scenario('a colleague of the author', otherTeacher, aDraft()),
      scenario('a manager', manager, aDraft()),
      scenario('its author’s id in another partnership', teacher, aDraft({ partnershipId: ELSEWHERE })),
      scenario('an information governance officer', igOfficer, aDraft({ authorId: igOfficer.id })),
    ],
  },
  'discard Draft': {
    granted: [
      scenario('its author', teacher, aDraft()),
      scenario('a liaison officer with an answer begun', policeLiaison, aDraft({ authorId: policeLiaison.id })),
    ],
    denied: [
      scenario('a colleague of the author', otherTeacher, aDraft()),
      scenario('a manager', manager, aDraft()),
      scenario('its author’s id in another partnership', teacher, aDraft({ partnershipId: ELSEWHERE })),
      scenario('an information governance officer', igOfficer, aDraft({ authorId: igOfficer.id })),
    ],
  },
};
