import { z } from 'zod';
import { ConsentGiver, ConsentHow, ConsentKind, ConsentState, NotSoughtGround } from '../core/codes';
import { defineEvent } from '../core/define-event';
import type { EventOf } from '../core/define-event';
import { AgencyId, EnquiryId, Id, Instant, PersonId } from '../core/ids';

/** One of the three consents of one person, as somebody stated it. History is append-only: a later statement is another event. */
export const ConsentStatedV1 = defineEvent({
  type: 'contact-intake.consent-stated',
  version: 1,
  topic: 'mash.contact-intake.v1',
  key: (data) => data.enquiryId,
  data: z.object({
    enquiryId: EnquiryId,
    statementId: Id.describe('This statement'),
    personId: PersonId.describe('Whose information or help it is about'),
    kind: ConsentKind.describe('Service, sharing or data protection: never merged'),
    state: ConsentState.describe('What was stated'),
    ground: NotSoughtGround.optional().describe('Why it was not sought, where it was not'),
    givenBy: ConsentGiver.describe('Who spoke'),
    how: ConsentHow.optional().describe('How it was said, where the form asked'),
    givenById: PersonId.optional().describe('The person who spoke, where known'),
    bodies: z.array(AgencyId).describe('Bodies a yes reaches; empty means the hub partnership'),
    statedAt: Instant.describe('When it was stated; of an earlier day its noon'),
    hasWords: z
      .boolean()
      .optional()
      .describe('Something is sealed with it: the owner of the contact hands it to `sharing` alone'),
    writtenAt: Instant.optional().describe(
      'When it was first written down; left out by older events, which were written down when they were stated',
    ),
  }),
});
export type ConsentStatedV1 = EventOf<typeof ConsentStatedV1>;
