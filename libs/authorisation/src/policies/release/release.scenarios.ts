import type { Subject } from '../../ability/abilities';
import {
  teacher,
  otherTeacher,
  contactOfficer,
  analyst,
  policeLiaison,
  healthLiaison,
  earlyHelpCoordinator,
  igOfficer,
  admin,
  auditor,
  analystElsewhere,
  ourOwnService,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aRelease = (changes: Partial<Subject<'Release'>> = {}): Subject<'Release'> => ({
  kind: 'Release',
  ...ordinaryCase,
  audience: 'hub',
  agencyId: null,
  team: null,
  authorId: null,
  ...changes,
});

export const releaseScenarios: ScenariosOf<'Release'> = {
  'request Release': {
    granted: [
      scenario('an analyst at work on the enquiry', analyst, aRelease()),
      scenario('a contact officer', contactOfficer, aRelease()),
      scenario(
        'an agency opens the request it was sent',
        healthLiaison,
        aRelease({ audience: 'agency', agencyId: AGENCIES.health }),
      ),
      scenario(
        'a team opens the product it was sent',
        earlyHelpCoordinator,
        aRelease({ audience: 'team', team: 'early-help' }),
      ),
      scenario('a referrer opens their own words', teacher, aRelease({ audience: 'author', authorId: teacher.id })),
    ],
    denied: [
      scenario('an information governance officer, who sees no content', igOfficer, aRelease()),
      scenario('an auditor', auditor, aRelease()),
      scenario('an administrator', admin, aRelease()),
      scenario('an agency as if it were the hub', healthLiaison, aRelease()),
      scenario(
        'an agency, what another was sent',
        policeLiaison,
        aRelease({ audience: 'agency', agencyId: AGENCIES.health }),
      ),
      scenario(
        'a team, what another was sent',
        earlyHelpCoordinator,
        aRelease({ audience: 'team', team: 'social-care' }),
      ),
      scenario('a referrer, another’s words', otherTeacher, aRelease({ audience: 'author', authorId: teacher.id })),
      scenario('an analyst of another partnership', analystElsewhere, aRelease()),
      scenario('an analyst who is not named on a restricted case', analyst, aRelease({ restricted: true })),
      scenario('a service of ours: it has no token that can release', ourOwnService, aRelease()),
    ],
  },
};
