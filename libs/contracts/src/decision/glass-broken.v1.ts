import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id } from '../core/ids';

/**
 * Announced once a broken glass is kept: the reason was sealed to a leased key before whoever wrote it could know the enquiry, and `sharing` binds
 * that key to it. By whom, why and until when it does not say.
 */
export const GlassBrokenV1 = defineEvent({
  type: 'decision.glass-broken',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    glassId: Id.describe('The record; the sealed reason has the same id'),
    keyId: z.string().min(1).max(100).describe('The key that the reason was sealed to'),
  }),
});
export type GlassBrokenV1 = EventOf<typeof GlassBrokenV1>;
