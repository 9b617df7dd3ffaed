import { z } from 'zod';
import { AgeBand, PersonKind, PersonRelation } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** The household roster of an enquiry has a new version. Codes only: no names, no birth dates, no addresses. */
export const RosterChangedV1 = defineEvent({
  type: 'contact-intake.roster-changed',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    version: z.number().int().positive().describe('Roster version; a decision names the one it covers'),
    confirmed: z.boolean().describe('An analyst has said who lives there and who says so'),
    openCase: z.boolean().describe('A child on it has an allocated worker'),
    repeatContacts12Months: z
      .number()
      .int()
      .nonnegative()
      .describe('Earlier contacts about the same people within twelve months'),
    changedAt: Instant.describe('When this version was made'),
    mentions: z
      .array(
        z.object({
          mentionId: Id.describe('The mention in the contact'),
          personId: PersonId.describe('The person of the index; provisional until matched'),
          matched: z.enum(['matched', 'new', 'cannot_tell', 'not_looked']).describe('What screening found'),
          kind: PersonKind.describe('Child, unborn or adult'),
          ageBand: AgeBand.describe('Age band; never a birth date'),
          relation: PersonRelation.describe('How the person belongs to the worry'),
          householdId: Id.optional().describe('The household the person lives in, where known'),
        }),
      )
      .describe('Everybody on the roster, in codes'),
  }),
});
export type RosterChangedV1 = EventOf<typeof RosterChangedV1>;
