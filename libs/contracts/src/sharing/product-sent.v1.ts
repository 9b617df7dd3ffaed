import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A handover or a letter has gone to whom it is for, and is with them from now on. Whoever holds something whose ground is gone is told. */
export const ProductSentV1 = defineEvent({
  type: 'sharing.product-sent',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    productId: Id.describe('The handover or letter'),
    sentAt: Instant.describe('When it was sent'),
  }),
});
export type ProductSentV1 = EventOf<typeof ProductSentV1>;
