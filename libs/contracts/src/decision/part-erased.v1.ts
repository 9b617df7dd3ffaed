import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { PartErased } from '../core/part-erased';

/** `decision` has removed its part of an erased enquiry. */
export const DecisionPartErasedV1 = defineEvent({
  type: 'decision.part-erased',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: PartErased,
});
export type DecisionPartErasedV1 = EventOf<typeof DecisionPartErasedV1>;
