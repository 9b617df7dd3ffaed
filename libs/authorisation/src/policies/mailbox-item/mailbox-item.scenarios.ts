import type { Subject } from '../../ability/abilities';
import { teacher, otherTeacher, manager, admin, HERE } from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aMailboxItem = (changes: Partial<Subject<'MailboxItem'>> = {}): Subject<'MailboxItem'> => ({
  kind: 'MailboxItem',
  id: 'm-1',
  partnershipId: HERE,
  ownerId: teacher.id,
  ...changes,
});

export const mailboxItemScenarios: ScenariosOf<'MailboxItem'> = {
  'read MailboxItem': {
    granted: [scenario('its owner', teacher, aMailboxItem())],
    denied: [
      scenario('a colleague', otherTeacher, aMailboxItem()),
      scenario('a manager', manager, aMailboxItem()),
      scenario('an administrator', admin, aMailboxItem()),
    ],
  },
};
