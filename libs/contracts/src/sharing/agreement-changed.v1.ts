import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { Id, Instant } from '../core/ids';

/** A sharing agreement has a new version or was stopped. */
export const AgreementChangedV1 = defineEvent({
  type: 'sharing.agreement-changed',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.agreementId,
  data: z.object({
    agreementId: Id.describe('The agreement'),
    agreementVersion: z.number().int().positive().describe('The version that this is about'),
    change: z
      .enum(['in_force', 'superseded', 'stopped', 'draft', 'approved'])
      .describe('Where that version stands now'),
    changedAt: Instant.describe('When it changed'),
  }),
});
export type AgreementChangedV1 = EventOf<typeof AgreementChangedV1>;
