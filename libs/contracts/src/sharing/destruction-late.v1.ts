import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** Somebody who was told to destroy what was recalled has not confirmed it in time. Once for each notice. */
export const DestructionLateV1 = defineEvent({
  type: 'sharing.destruction-late',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    recallId: Id.describe('The recall'),
    noticeId: Id.describe('The notice that nobody has confirmed'),
    dueAt: Instant.describe('When it was due'),
    noticedAt: Instant.describe('When it was seen to be late'),
  }),
});
export type DestructionLateV1 = EventOf<typeof DestructionLateV1>;
