import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** Somebody said whom something is about, or that it went to the wrong place: the questions that rest on it are decided again. Of what it is, it says nothing. */
export const IdentityStatedV1 = defineEvent({
  type: 'sharing.identity-stated',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    statementId: Id.describe('The statement'),
    statedAt: Instant.describe('When it was said'),
  }),
});
export type IdentityStatedV1 = EventOf<typeof IdentityStatedV1>;
