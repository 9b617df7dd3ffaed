import { z } from 'zod';
import { Category, Purpose } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';
import { NeedSaid } from '../core/need-said';
import { StatutoryTask } from '../core/statutory-task';

/** An analyst pressed Send: one line (person, category) to one agency waits for the sharing decision. Asking is itself a disclosure. */
export const RequestProposedV1 = defineEvent({
  type: 'agency-requests.request-proposed',
  version: 1,
  topic: 'mash.agency-requests.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    requestId: Id.describe('The request to one agency'),
    lineId: Id.describe('Each line is decided and issued singly'),
    agencyId: AgencyId.describe('The agency to be asked'),
    personId: PersonId.describe('The person to be asked about'),
    category: Category.describe('Category asked for'),
    existenceOnly: z.boolean().describe('Only whether they are known'),
    purpose: Purpose.describe('Why it is asked; the purpose sent is the purpose recorded'),
    textHash: z.string().describe('Empty: the hash of the text is asked of its service. Earlier versions put it here'),
    task: StatutoryTask.optional().describe('The statutory task that the text states; left out, none'),
    rosterVersion: z.number().int().nonnegative().describe('The roster version that was seen when asking'),
    ratingVersion: z
      .number()
      .int()
      .positive()
      .describe('The rating the asking rests on; a reader waits until it has seen it'),
    thresholdVersion: z.number().int().positive().describe('The threshold version that the asking cites'),
    consentVersion: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .describe('How many statements about consent the asker saw; a reader waits until it has as many'),
    need: z.enum(['yes', 'no', 'unclear']).describe('Whether a person named the worry this answers'),
    worry: NeedSaid.shape.worry,
    wholeRecord: z.boolean().describe('Asks for everything of the category, not for what bears on the worry'),
    proposedAt: Instant.describe('When Send was pressed'),
  }),
});
export type RequestProposedV1 = EventOf<typeof RequestProposedV1>;
