import { z } from 'zod';
import { SharingMode } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant } from '../core/ids';

/** Something was shown or sent to one recipient; the ledger holds what and why. */
export const DisclosedV1 = defineEvent({
  type: 'sharing.disclosed',
  version: 1,
  topic: 'mash.sharing.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    releaseId: Id.describe('The release; its ledger lines are read in `sharing`'),
    mode: SharingMode.describe('Which sort of disclosure'),
    shown: z.number().int().nonnegative().describe('Things shown'),
    withheld: z.number().int().nonnegative().describe('Things withheld'),
    disclosedAt: Instant.describe('When it was shown or sent'),
  }),
});
export type DisclosedV1 = EventOf<typeof DisclosedV1>;
