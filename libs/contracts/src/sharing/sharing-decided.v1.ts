import { z } from 'zod';
import { SharingOutcome } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A sharing question was decided, or decided again by a named human. Reasons stay in `sharing`: the event carries an id and an outcome. */
export const SharingDecidedV1 = defineEvent({
  type: 'sharing.sharing-decided',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    sharingDecisionId: Id,
    about: z.object({ kind: z.enum(['request-line', 'product', 'notice']), id: Id }).describe('What was decided'),
    outcome: SharingOutcome,
    byPerson: z.boolean().describe('A releaser answered a REVIEW'),
    supersedes: Id.optional().describe('The decision this one follows'),
    decidedAt: Instant,
  }),
});
export type SharingDecidedV1 = EventOf<typeof SharingDecidedV1>;
