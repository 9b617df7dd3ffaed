import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant } from '../core/ids';

/** A person of the agency that was told in immediate protection has confirmed the notice: its first receipt. */
export const NoticeReceivedV1 = defineEvent({
  type: 'decision.notice-received',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    noticeId: Id.describe('The sealed notice'),
    agencyId: AgencyId.describe('The agency that was told'),
    receivedAt: Instant.describe('When it was confirmed'),
  }),
});
export type NoticeReceivedV1 = EventOf<typeof NoticeReceivedV1>;
