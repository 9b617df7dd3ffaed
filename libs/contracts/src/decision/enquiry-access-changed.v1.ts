import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Instant } from '../core/ids';

const AccountId = z.string().min(1).max(120);

/**
 * Who may see the work on one enquiry from now on. It says what another service needs to refuse, and nothing else: accounts, never why, by
 * whom, or in what the conflict lies. The reasons stay sealed in `decision`.
 */
export const EnquiryAccessChangedV1 = defineEvent({
  type: 'decision.enquiry-access-changed',
  version: 1,
  topic: 'mash.decision.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    version: z.int().positive().describe('Of the access to this enquiry: the newest counts, whatever comes first'),
    restricted: z.boolean().describe('In the hub it opens to those who are named alone'),
    named: z
      .array(
        z.object({
          accountId: AccountId.describe('Who may'),
          until: Instant.optional().describe('For this long; left out where it has no end'),
        }),
      )
      .describe('Who may see it while it is restricted'),
    conflicts: z.array(AccountId).describe('Who may not, named or not'),
  }),
});
export type EnquiryAccessChangedV1 = EventOf<typeof EnquiryAccessChangedV1>;
