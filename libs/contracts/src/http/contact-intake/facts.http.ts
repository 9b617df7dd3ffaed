import { z } from 'zod';
import { PersonRelation, PersonSide, ReferrerKind } from '../../core/codes';
import { Sealed } from '../sealed';

/** One fact of a person as somebody put it on record: a fact that is months old may count no longer (rule book section 1). */
export const StatedFact = z.object({
  fact: z.enum(['competence', 'objects', 'dispute', 'parental_responsibility']),
  by: z.string().describe('Account of whoever put it on record'),
  at: z.iso.datetime().describe('When it was judged or said'),
  recordedAt: z.iso
    .datetime()
    .optional()
    .describe('When it was put on record: what rested on what was known before is reopened'),
});
export type StatedFact = z.infer<typeof StatedFact>;

/** GET /facts/enquiries/:enquiryId (scope facts:read): what the sharing decision needs, and no name. */
export const IntakeFacts = z.object({
  enquiryId: z.uuid(),
  rosterVersion: z.number().int(),
  statedVersion: z
    .number()
    .int()
    .optional()
    .describe('Counts what was put on record of competence, objections, disputes and parental responsibility'),
  asOf: z.iso.datetime(),
  urgent: z.boolean(),
  referrerKind: ReferrerKind,
  people: z.array(
    z.object({
      personId: z.uuid(),
      kind: z.enum(['unborn', 'u13', '13_15', '16_17', '18_25', 'adult', 'unknown']),
      relation: PersonRelation,
      identity: z.enum(['confirmed', 'possible']).describe('Matched or created after search: confirmed'),
      parentalResponsibilityProven: z.boolean(),
      competence: z.enum(['yes', 'no', 'not_assessed']),
      objects: z.boolean(),
      dispute: z.enum(['open', 'none']),
      protected: z.array(z.enum(['address', 'school', 'surgery'])),
      stated: z
        .array(StatedFact)
        .optional()
        .describe(
          'Who stated which of these facts and when, the newest of each; a fact that nobody stated is not here',
        ),
      provenParents: z.array(z.uuid()).optional().describe('Whose parental responsibility for this person is proven'),
      disprovedParents: z
        .array(z.uuid())
        .optional()
        .describe(
          'Whose parental responsibility for this person turned out not to be proven, or who has none as the roster says',
        ),
      doubtedParents: z
        .array(z.uuid())
        .optional()
        .describe(
          'Of whom it may have been said that their parental responsibility for this person is not proven, or of another: while somebody was linked wrongly',
        ),
      someParentDisproved: z
        .literal(true)
        .optional()
        .describe(
          'It is on record of somebody by name that their parental responsibility turned out not to be proven: a parent whom nobody named may be they',
        ),
      formerIds: z
        .array(z.uuid())
        .optional()
        .describe('Ids under which this person stood on this roster before they were matched'),
      mayBeMother: z
        .literal(true)
        .optional()
        .describe('A born child who may be the mother of an unborn one on this roster, and is not read as a sister'),
      side: PersonSide.optional().describe('Where the roster says it; left out, nobody has'),
      sign: z
        .enum(['u13_sexual'])
        .optional()
        .describe('A child under 13 whom the concern names with sexual harm (Sexual Offences Act 2003 sections 5-8)'),
    }),
  ),
  idsOfSeveral: z
    .array(
      z.object({
        id: z.uuid(),
        stood: z.array(
          z.object({
            personId: z.uuid().describe('Who stood under it, by their id of today'),
            from: z.iso.datetime().optional().describe('Left out, from the start'),
            until: z.iso.datetime().optional().describe('Left out, they do still'),
            certain: z
              .boolean()
              .describe('False of a link that was taken back since: it may have been meant of another'),
          }),
        ),
      }),
    )
    .optional()
    .describe(
      'Ids under which more than one of the roster has stood, because somebody was linked wrongly: whom each meant when something was written down',
    ),
  rosterConfirmed: z
    .object({ by: z.string(), at: z.iso.datetime() })
    .optional()
    .describe('Who said last that the roster is complete, and when'),
  referrerSide: PersonSide.optional().describe('Whose side the caller is on, where the roster says it'),
  consentStatementIds: z
    .array(z.uuid())
    .optional()
    .describe('Statements about consent that came with the contact: a decision waits until it has them'),
  issues: z.array(z.string()).optional().describe('What the concern names, in codes of the pack'),
  siblingBorn: z
    .boolean()
    .describe('A born child in the same enquiry and worry who cannot be the mother of an unborn one'),
  allegedPerpetratorKnown: z.boolean(),
  callBackOpen: z.boolean().optional().describe('Somebody still has to ring whoever told'),
});
export type IntakeFacts = z.infer<typeof IntakeFacts>;

/** GET /facts/contacts/:contactId (scope facts:read): the concern as it was sealed, and whose token brought it, for `sharing` to check it. */
export const ContactFactsToCheck = z.object({
  contactId: z.uuid(),
  enquiryId: z.uuid(),
  partnershipId: z.uuid(),
  author: z.object({ kind: z.enum(['person', 'system']), id: z.string() }),
  sealed: Sealed,
});
export type ContactFactsToCheck = z.infer<typeof ContactFactsToCheck>;

/** GET /facts/consents/:statementId (scope facts:read): the words that were sealed with a statement of a contact, for `sharing` to keep. */
export const ConsentWordsFacts = z.object({ statementId: z.uuid(), sealed: Sealed });
export type ConsentWordsFacts = z.infer<typeof ConsentWordsFacts>;
