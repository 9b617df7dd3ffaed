import { z } from 'zod';
import { ConsentKind, ConsentState } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** What `sharing` now holds of one person's consent; what rested on the earlier state is decided again. */
export const ConsentChangedV1 = defineEvent({
  type: 'sharing.consent-changed',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    statementId: Id.describe('The statement it follows from'),
    personId: PersonId.describe('Whose consent'),
    kind: ConsentKind.describe('Which of the three consents'),
    state: ConsentState.describe('What is held now'),
    changedAt: Instant.describe('When it changed'),
  }),
});
export type ConsentChangedV1 = EventOf<typeof ConsentChangedV1>;
