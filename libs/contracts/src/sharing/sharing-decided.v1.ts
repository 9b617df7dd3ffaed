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
    sharingDecisionId: Id.describe('This decision; its reasons are read in `sharing`'),
    about: z
      .object({
        kind: z.enum(['request-line', 'product', 'notice']).describe('What sort of thing'),
        id: Id.describe('Its id'),
      })
      .describe('What was decided'),
    handoverDigest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('Of a handover that may go: stands for whom it is for and about, and names neither'),
    replacedBy: Id.optional().describe(
      'Of a letter or handover that never goes, because another was put together instead: that one',
    ),
    outcome: SharingOutcome.describe('PERMIT, DENY, or REVIEW by a named human'),
    byPerson: z.boolean().describe('A releaser answered a REVIEW'),
    supersedes: Id.optional().describe('The decision this one follows'),
    decidedAt: Instant.describe('When it was decided'),
  }),
});
export type SharingDecidedV1 = EventOf<typeof SharingDecidedV1>;
