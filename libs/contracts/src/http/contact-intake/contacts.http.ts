import { z } from 'zod';
import { ContactSource, ReferrerKind } from '../../core/codes';
import { Sealed } from '../sealed';
import { KeyLease } from '../sharing/keys.http';
import { MentionedPerson, StatedConsent } from './mentioned-people.http';

/** POST /contacts, with header `Idempotency-Key`. Missing data never blocks a contact marked urgent. 201 first time, 200 with the same body on repeat, 409 where the key came with another body. */
export const RecordContact = z.strictObject({
  contactId: z.uuid().describe('Minted by the sealer; the sealed part names it'),
  receivedAt: z.iso.datetime().optional().describe('Contact officers only: when it really came'),
  source: ContactSource,
  referrerKind: ReferrerKind,
  urgent: z.boolean(),
  linkedContactId: z.uuid().optional(),
  reply: z.enum(['email', 'telephone', 'none']).describe('How the referrer may be told'),
  sealed: Sealed.describe('Narrative, what to keep from the family, protected addresses; never who told'),
  sealedCaller: Sealed.optional().describe(
    'Who told, sealed apart from the concern (typ `caller`): everybody but an anonymous caller, who has none. A professional is known by their account; what they typed about themselves is here',
  ),
  lease: z
    .strictObject(KeyLease.shape)
    .optional()
    .describe("The lease of the key that it is sealed to, as `sharing` signed it. Agencies' systems must send it"),
  people: z.array(MentionedPerson).max(40),
  consents: z.array(StatedConsent).max(120),
  presentingIssues: z.array(z.string().max(40)).max(40),
});
export type RecordContact = z.infer<typeof RecordContact>;

export const ContactReceipt = z.object({
  contactId: z.uuid(),
  enquiryId: z.uuid(),
  reference: z.string(),
  enquiryReference: z.string(),
  receivedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
});
export type ContactReceipt = z.infer<typeof ContactReceipt>;

/** GET /contacts (the actor's own, or for contact officers the door's). */
export const ContactSummary = ContactReceipt.extend({
  source: ContactSource,
  referrerKind: ReferrerKind,
  urgent: z.boolean(),
  acknowledged: z.array(
    z.object({
      kind: z.enum(['receipt', 'outcome']),
      method: z.enum(['email', 'telephone_task', 'none']),
      at: z.iso.datetime(),
      letterId: z.uuid().optional(),
    }),
  ),
});
export type ContactSummary = z.infer<typeof ContactSummary>;

export const ContactList = z.object({ contacts: z.array(ContactSummary) });

/** GET /contacts/:reference and GET /enquiries/:enquiryId/contact. `people` only for hub roles. */
export const ContactDetail = ContactSummary.extend({
  referrerAgencyId: z.string().optional(),
  reply: RecordContact.shape.reply,
  sealed: Sealed,
  sealedCaller: Sealed.optional().describe('For the hub and its door alone, and only where somebody said who they are'),
  people: z.array(MentionedPerson).optional(),
  consents: z.array(StatedConsent).optional(),
  presentingIssues: z.array(z.string()),
});
export type ContactDetail = z.infer<typeof ContactDetail>;
