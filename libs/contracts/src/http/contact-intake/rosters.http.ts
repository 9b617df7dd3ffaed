import { z } from 'zod';
import { AgeBand, PersonKind, PersonRelation, PersonSide } from '../../core/codes';
import { Sealed } from '../sealed';
import { BirthDate, MentionedPerson, ProtectedPlace, YesNoNotKnown } from './mentioned-people.http';
import { typedText } from './typed-text';

/** Whether an identifier was typed correctly, by its check digit. It proves typing, never identity. */
export const Typed = z.enum(['correctly', 'incorrectly']);
export type Typed = z.infer<typeof Typed>;

/** GET /enquiries/:enquiryId/roster (hub). The console joins names to ids page by page from here. */
export const RosterPerson = z.object({
  mentionId: z.uuid(),
  personId: z.uuid(),
  displayName: z.string(),
  forenames: z.string().optional(),
  surname: z.string().optional(),
  birthDate: BirthDate.optional(),
  expectedDate: z.iso.date().optional(),
  kind: PersonKind,
  ageBand: AgeBand,
  sex: z.string().optional(),
  relation: PersonRelation,
  relationship: z.string().optional(),
  matched: z.enum(['matched', 'new', 'cannot_tell', 'not_looked']),
  parentalResponsibility: YesNoNotKnown.optional(),
  parentalResponsibilityKnownHow: z.string().optional(),
  livesInHousehold: YesNoNotKnown.optional(),
  whoSaysSo: z.string().optional(),
  side: PersonSide.optional(),
  address: z.object({ lines: z.string().optional(), postcode: z.string().optional() }).optional(),
  addressProtected: z
    .boolean()
    .describe('Address, school and GP are kept secret and not here: one of them is protected, or the home they share'),
  protectedPlaces: z
    .array(ProtectedPlace)
    .optional()
    .describe('What is said to be protected of this person; left out where nothing is'),
  protectionCleared: z
    .array(
      z.object({
        clearingId: z.uuid(),
        places: z.array(ProtectedPlace),
        clearedBy: z.string(),
        clearedAt: z.iso.datetime(),
        sealedReason: Sealed,
      }),
    )
    .optional()
    .describe('Who said that what was protected need not be any more, oldest first; why is sealed'),
  nhsNumber: z.string().optional(),
  nhsNumberTyped: Typed.optional(),
  upn: z.string().optional(),
  upnTyped: Typed.optional(),
  school: z.string().optional(),
  gp: z.string().optional(),
  contactsIn6Months: z.number().int(),
  contactsIn12Months: z.number().int(),
  allocatedWorker: z.object({ name: z.string(), team: z.string(), since: z.iso.date().optional() }).optional(),
});
export type RosterPerson = z.infer<typeof RosterPerson>;

export const Roster = z.object({
  enquiryId: z.uuid(),
  version: z.number().int(),
  confirmed: z.boolean(),
  confirmedAt: z.iso.datetime().optional(),
  whoElse: z.enum(['nobody_else', 'added', 'not_known']).optional().describe('What the confirmation said of others'),
  whoSaysSo: z.string().optional(),
  referrerSide: PersonSide.optional(),
  workerRegisterAsOf: z.iso
    .datetime()
    .optional()
    .describe('Open-case test: how old the register of allocated workers is'),
  people: z.array(RosterPerson),
});
export type Roster = z.infer<typeof Roster>;

/** POST /enquiries/:enquiryId/roster: who lives there and who says so. Adds people (a sibling left off is the known fatal gap) and confirms. */
export const ConfirmRoster = z.strictObject({
  expectedVersion: z.number().int().nonnegative(),
  whoElse: z.enum(['nobody_else', 'added', 'not_known']).describe('Answer to: who else lives there?'),
  whoSaysSo: typedText(200).min(1),
  people: z
    .array(
      z.strictObject({
        mentionId: z.uuid(),
        relation: PersonRelation,
        relationship: typedText(60).optional(),
        livesInHousehold: YesNoNotKnown,
        parentalResponsibility: YesNoNotKnown.optional(),
        parentalResponsibilityKnownHow: typedText(200).optional(),
        side: PersonSide.optional().describe('Whether they act for, or are linked to, an alleged perpetrator'),
        protectedPlaces: z.array(ProtectedPlace).max(3).optional().describe('To keep secret from now on: it only adds'),
      }),
    )
    .max(40),
  referrerSide: PersonSide.optional().describe('The same of whoever referred or called: a professional too'),
  added: z.array(MentionedPerson).max(20),
});
export type ConfirmRoster = z.infer<typeof ConfirmRoster>;
