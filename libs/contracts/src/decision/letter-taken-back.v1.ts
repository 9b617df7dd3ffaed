import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** A letter to the referrer that waited never goes: they are told something else, or nothing, or it was decided again. Nobody need let it go any more. */
export const LetterTakenBackV1 = defineEvent({
  type: 'decision.letter-taken-back',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    letterId: Id.describe('The sealed letter'),
    takenBackAt: Instant.describe('When it was taken back'),
  }),
});
export type LetterTakenBackV1 = EventOf<typeof LetterTakenBackV1>;
