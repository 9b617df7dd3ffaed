import type { Subject } from '../../ability/abilities';
import {
  analyst,
  socialCareManager,
  socialWorkAnalyst,
  manager,
  overridingManager,
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
  agencyDesk: true,
  releaserIds: [healthLiaison.id],
  open: true,
  climbed: false,
  overridable: true,
  absentToHub: false,
  askerIds: [analyst.id],
  ...changes,
});

/** One whose releaser is information governance. */
const forGovernance = aReview({ holderAgencyId: igOfficer.agencyId, agencyDesk: false, releaserIds: [igOfficer.id] });

export const reviewScenarios: ScenariosOf<'Review'> = {
  'read Review': {
    granted: [
      scenario('the named releaser', healthLiaison, aReview()),
      scenario('a colleague of the releaser', secondHealthLiaison, aReview()),
      scenario('a manager of the hub, who waits for it', manager, aReview()),
      scenario('an information governance officer who is a releaser of it', igOfficer, forGovernance),
      scenario('information governance, once twice its time is gone', igOfficer, aReview({ climbed: true })),
      scenario('information governance, once a human released it', igOfficer, aReview({ open: false, released: true })),
    ],
    denied: [
      scenario('another agency', policeLiaison, aReview()),
      scenario('a manager of the hub, of what is absent to the hub', manager, aReview({ absentToHub: true })),
      scenario(
        'a liaison officer, what waits at a desk of the partnership',
        healthLiaison,
        aReview({ agencyDesk: false, releaserIds: [manager.id] }),
      ),
      scenario('another agency, once twice its time is gone', policeLiaison, aReview({ climbed: true })),
      scenario('an analyst', analyst, aReview()),
      scenario('an information governance officer', igOfficer, aReview()),
      scenario(
        'an information governance officer, where it was refused',
        igOfficer,
        aReview({ open: false, released: false }),
      ),
      scenario('another agency, once a human released it', policeLiaison, aReview({ open: false, released: true })),
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
        aReview({ holderAgencyId: AGENCIES.council, agencyDesk: false, releaserIds: [manager.id] }),
      ),
      scenario('an information governance officer who is a releaser of it', igOfficer, forGovernance),
      scenario(
        'the named senior of social care',
        socialCareManager,
        aReview({ holderAgencyId: AGENCIES.socialCare, releaserIds: [socialCareManager.id] }),
      ),
    ],
    denied: [
      scenario('a colleague who is not named', secondHealthLiaison, aReview()),
      scenario('twice', healthLiaison, aReview({ open: false })),
      scenario('information governance, for what a holder releases', igOfficer, aReview()),
      scenario('information governance, twice', igOfficer, { ...forGovernance, open: false }),
      scenario('the hub, which wants to see it', manager, aReview()),
      scenario(
        'the hub manager and information governance, once twice its time is gone: it climbs, and is not released for the holder',
        igOfficer,
        aReview({ climbed: true }),
      ),
      scenario('whoever asked, though named', healthLiaison, aReview({ askerIds: [healthLiaison.id] })),
      scenario('somebody named who is of another agency', policeLiaison, aReview({ releaserIds: [policeLiaison.id] })),
    ],
  },
  'override Review': {
    granted: [
      scenario('a manager with the clearance, with ground and reason', overridingManager, aReview()),
      scenario('the same, when the holder has refused', overridingManager, aReview({ open: false })),
    ],
    denied: [
      scenario('a manager without the clearance', manager, aReview()),
      scenario('an analyst with it', { ...socialWorkAnalyst, clearances: ['override'] }, aReview()),
      scenario('the releaser', healthLiaison, aReview()),
      scenario('whoever asked', overridingManager, aReview({ askerIds: [overridingManager.id] })),
      scenario('when it has been released', overridingManager, aReview({ open: false, overridable: false })),
      scenario(
        'a manager with a conflict of interest',
        overridingManager,
        aReview({ conflicts: [overridingManager.id] }),
      ),
    ],
  },
};
