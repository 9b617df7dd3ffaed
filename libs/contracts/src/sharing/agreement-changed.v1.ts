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
    agreementId: Id,
    agreementVersion: z.number().int().positive(),
    change: z.enum(['in_force', 'superseded', 'stopped', 'draft', 'approved']),
    changedAt: Instant,
  }),
});
export type AgreementChangedV1 = EventOf<typeof AgreementChangedV1>;
