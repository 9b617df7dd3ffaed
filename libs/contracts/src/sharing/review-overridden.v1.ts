import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** A permitted manager, and a second person where the pack wants one, set a REVIEW or refusal aside for one thing and one recipient. Ground and reason are read in `sharing`. */
export const ReviewOverriddenV1 = defineEvent({
  type: 'sharing.review-overridden',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    overrideId: Id.describe('The override'),
    sharingDecisionId: Id.describe('The decision that it set aside'),
    holderAgencyId: AgencyId.describe('Whose information it is: told at once'),
    overriddenAt: Instant.describe('When it took effect'),
  }),
});
export type ReviewOverriddenV1 = EventOf<typeof ReviewOverriddenV1>;
