import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { PartErased } from '../core/part-erased';

/** `agency-requests` has removed its part of an erased enquiry. */
export const RequestsPartErasedV1 = defineEvent({
  type: 'agency-requests.part-erased',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: PartErased,
});
export type RequestsPartErasedV1 = EventOf<typeof RequestsPartErasedV1>;
