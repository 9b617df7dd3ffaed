import type { Subject } from '../../ability/abilities';
import {
  analyst,
  socialWorkAnalyst,
  manager,
  policeLiaison,
  healthLiaison,
  secondHealthLiaison,
  igOfficer,
  managerElsewhere,
  AGENCIES,
} from '../shared/actors.scenarios';
import { ordinaryCase, scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';

const aReview = (changes: Partial<Subject<'Review'>> = {}): Subject<'Review'> => ({
  kind: 'Review',
  ...ordinaryCase,
  holderAgencyId: AGENCIES.health,
  releaserIds: [healthLiaison.id],
  open: true,
  ...changes,
});

/** One whose releaser is information governance. */
const forGovernance = aReview({ holderAgencyId: igOfficer.agencyId, releaserIds: [igOfficer.id] });

export const reviewScenarios: ScenariosOf<'Review'> = {
  'read Review': {
    granted: [
      scenario('the named releaser', healthLiaison, aReview()),
      scenario('a colleague of the releaser', secondHealthLiaison, aReview()),
      scenario('a manager of the hub, who waits for it', manager, aReview()),
      scenario('an information governance officer who is a releaser of it', igOfficer, forGovernance),
    ],
    denied: [
      scenario('another agency', policeLiaison, aReview()),
      scenario('an analyst', analyst, aReview()),
      scenario('an information governance officer', igOfficer, aReview()),
      scenario('an information governance officer who is not among the releasers', igOfficer, {
        ...forGovernance,
        releaserIds: [manager.id],
      }),
      scenario(
        'information governance of another partnership',
        { ...igOfficer, partnershipId: managerElsewhere.partnershipId },
        forGovernance,
      ),
      scenario('a manager of another partnership', managerElsewhere, aReview()),
    ],
  },
  'answer Review': {
    granted: [
      scenario('the named releaser', healthLiaison, aReview()),
      scenario('the deputy', secondHealthLiaison, aReview({ releaserIds: [healthLiaison.id, secondHealthLiaison.id] })),
      scenario(
        'a manager, for what the hub itself holds',
        manager,
        aReview({ holderAgencyId: AGENCIES.council, releaserIds: [manager.id] }),
      ),
      scenario('an information governance officer who is a releaser of it', igOfficer, forGovernance),
    ],
    denied: [
      scenario('a colleague who is not named', secondHealthLiaison, aReview()),
      scenario('twice', healthLiaison, aReview({ open: false })),
      scenario('information governance, for what a holder releases', igOfficer, aReview()),
      scenario('information governance, twice', igOfficer, { ...forGovernance, open: false }),
      scenario('the hub, which wants to see it', manager, aReview()),
      scenario('somebody named who is of another agency', policeLiaison, aReview({ releaserIds: [policeLiaison.id] })),
    ],
  },
  'override Review': {
    granted: [scenario('a manager, with ground and reason', manager, aReview())],
    denied: [
      scenario('an analyst', socialWorkAnalyst, aReview()),
      scenario('the releaser', healthLiaison, aReview()),
      scenario('when it has been answered', manager, aReview({ open: false })),
      scenario('a manager with a conflict of interest', manager, aReview({ conflicts: [manager.id] })),
    ],
  },
};
