import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { PartErased } from '../core/part-erased';

/** `contact-intake` has removed its part of an erased enquiry. */
export const IntakePartErasedV1 = defineEvent({
  type: 'contact-intake.part-erased',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: PartErased,
});
export type IntakePartErasedV1 = EventOf<typeof IntakePartErasedV1>;
