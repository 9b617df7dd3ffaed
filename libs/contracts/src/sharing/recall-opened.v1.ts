import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** Something was about the wrong person, or went to the wrong place: whoever saw it is told to destroy it. What it is, is read in `sharing`. */
export const RecallOpenedV1 = defineEvent({
  type: 'sharing.recall-opened',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    recallId: Id.describe('The recall'),
    breachId: Id.describe('The breach record that opened with it'),
    noticeIds: z.array(Id.describe('A notice')).describe('One for each who saw it'),
    told: z
      .array(
        z.object({
          noticeId: Id.describe('A notice'),
          accountId: z.string().describe('Account of the person who must confirm'),
        }),
      )
      .optional()
      .describe('Each person who is told by name; a desk has no mailbox, and stands in `noticeIds` alone'),
    withdrawnNoticeId: Id.optional().describe(
      'The notice of immediate protection that was recalled, from everybody it went to: it opens no more, and no receipt of it is owed',
    ),
    openedAt: Instant.describe('When it opened'),
  }),
});
export type RecallOpenedV1 = EventOf<typeof RecallOpenedV1>;
