import { z } from 'zod';
import {
  AgeBand,
  ConsentGiver,
  ConsentHow,
  ConsentKind,
  ConsentState,
  ContactSource,
  NotSoughtGround,
  PersonKind,
  PersonRelation,
  PersonSide,
  ReferrerKind,
} from '../core/codes';
import { Sealed } from './sealed';
import { KeyLease } from './sharing/keys.http';

const Text = (max: number) => z.string().trim().max(max);
export const YesNoNotKnown = z.enum(['yes', 'no', 'not_known']);
export type YesNoNotKnown = z.infer<typeof YesNoNotKnown>;

/** An address in plain, under access rules. A protected one is never here: it is sealed with the concern. */
export const Address = z.strictObject({ lines: Text(300).optional(), postcode: Text(10).optional() });

/** A birth date as known: whole, or in part (`1-January` is suspicious and said to be), or about. */
export const BirthDate = z.strictObject({
  year: z.number().int().min(1900).max(2100).optional(),
  month: z.number().int().min(1).max(12).optional(),
  day: z.number().int().min(1).max(31).optional(),
  approximate: z.boolean().optional(),
});
export type BirthDate = z.infer<typeof BirthDate>;

/** One person as the referrer mentioned them. A blank is stated in `notKnown`, never left silent. */
export const MentionedPerson = z.strictObject({
  mentionId: z.uuid(),
  kind: PersonKind,
  forenames: Text(100).optional(),
  surname: Text(100).optional(),
  aliases: z.array(Text(100)).max(10).optional(),
  birthDate: BirthDate.optional(),
  expectedDate: z.iso.date().optional().describe('Unborn: when the baby is expected'),
  sex: z.enum(['F', 'M', 'U']).optional(),
  ethnicity: z.string().max(4).optional().describe('DfE code list'),
  disability: z.array(z.string().max(4)).max(13).optional().describe('CIN census codes'),
  language: Text(60).optional(),
  interpreter: YesNoNotKnown.optional(),
  address: Address.optional(),
  addressProtected: z.boolean().optional(),
  school: Text(120).optional(),
  schoolProtected: z
    .boolean()
    .optional()
    .describe('The school would tell where they are: it is sealed with the concern'),
  gp: Text(120).optional(),
  surgeryProtected: z
    .boolean()
    .optional()
    .describe('The surgery would tell where they are: it is sealed with the concern'),
  nhsNumber: Text(12).optional(),
  upn: Text(13).optional(),
  telephone: Text(30).optional(),
  relation: PersonRelation,
  relationship: Text(60).optional().describe('To the child: mother, step-father, grandmother ...'),
  parentalResponsibility: YesNoNotKnown.optional(),
  parentalResponsibilityKnownHow: Text(200).optional(),
  livesInHousehold: YesNoNotKnown.optional(),
  whoSaysSo: Text(120).optional(),
  notKnown: z.array(z.string().max(40)).max(30).optional().describe('Fields the referrer says they do not know'),
});
export type MentionedPerson = z.infer<typeof MentionedPerson>;

export const StatedConsent = z.strictObject({
  mentionId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: NotSoughtGround.optional(),
  givenBy: ConsentGiver,
  how: ConsentHow.optional(),
  givenByMentionId: z.uuid().optional(),
});
export type StatedConsent = z.infer<typeof StatedConsent>;

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
  addressProtected: z.boolean(),
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

/** POST /people/search: a POST so that no name is ever in a URL. */
export const SearchPeople = z.strictObject({
  enquiryId: z.uuid(),
  mentionId: z.uuid().optional().describe('Search for this mention'),
  forenames: Text(100).optional(),
  surname: Text(100).optional(),
  birthDate: BirthDate.optional(),
  postcode: Text(10).optional(),
  nhsNumber: Text(12).optional(),
  upn: Text(13).optional(),
});
export type SearchPeople = z.infer<typeof SearchPeople>;

export const MatchCandidate = z.object({
  personId: z.uuid(),
  displayName: z.string(),
  birthDate: BirthDate.optional(),
  kind: PersonKind,
  address: z.object({ lines: z.string().optional(), postcode: z.string().optional() }).optional(),
  nhsNumber: z.string().optional(),
  upn: z.string().optional(),
  score: z.number(),
  band: z.enum(['likely', 'possible', 'unlikely']),
  caution: z
    .string()
    .optional()
    .describe('Why the band is lower than the score alone would give: a twin, two NHS numbers'),
  reasons: z.array(
    z.object({
      field: z.string(),
      agreement: z.enum(['same', 'similar', 'different', 'missing']),
      words: z.string(),
      mention: z.string().optional(),
      record: z.string().optional(),
    }),
  ),
});
export type MatchCandidate = z.infer<typeof MatchCandidate>;
export const SearchResult = z.object({ searchId: z.uuid(), candidates: z.array(MatchCandidate) });
export type SearchResult = z.infer<typeof SearchResult>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/match. Answers with the Roster, as confirming, creating and un-linking do. */
export const MatchMention = z.strictObject({
  searchId: z.uuid(),
  candidateId: z.uuid(),
  verdict: z.enum(['same', 'different', 'cannot_tell']),
});
export type MatchMention = z.infer<typeof MatchMention>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/create-person: refused (INTAKE.SEARCH_FIRST) until the search was made and its likely and possible candidates ruled out. */
export const CreatePerson = z.strictObject({ searchId: z.uuid() });
export type CreatePerson = z.infer<typeof CreatePerson>;

/** POST /enquiries/:enquiryId/mentions/:mentionId/unlink: takes a wrong link back; the trail of verdicts stays. */
export const UnlinkMention = z.strictObject({
  reason: z.enum(['wrong_person', 'new_information', 'pressed_by_mistake']),
});
export type UnlinkMention = z.infer<typeof UnlinkMention>;

/** POST /enquiries/:enquiryId/roster: who lives there and who says so. Adds people (a sibling left off is the known fatal gap) and confirms. */
export const ConfirmRoster = z.strictObject({
  expectedVersion: z.number().int().nonnegative(),
  whoElse: z.enum(['nobody_else', 'added', 'not_known']).describe('Answer to: who else lives there?'),
  whoSaysSo: Text(200).min(1),
  people: z
    .array(
      z.strictObject({
        mentionId: z.uuid(),
        relation: PersonRelation,
        relationship: Text(60).optional(),
        livesInHousehold: YesNoNotKnown,
        parentalResponsibility: YesNoNotKnown.optional(),
        parentalResponsibilityKnownHow: Text(200).optional(),
        side: PersonSide.optional().describe('Whether they act for, or are linked to, an alleged perpetrator'),
      }),
    )
    .max(40),
  referrerSide: PersonSide.optional().describe('The same of a caller who is no professional'),
  added: z.array(MentionedPerson).max(20),
});
export type ConfirmRoster = z.infer<typeof ConfirmRoster>;

/**
 * POST /enquiries/:enquiryId/people/:personId/facts (hub): what a professional says of this person in this enquiry, for the sharing
 * decision. Append-only: the newest statement of each fact counts. 204.
 */
export const RecordPersonFacts = z
  .strictObject({
    competence: z.enum(['yes', 'no', 'not_assessed']).optional(),
    objects: z.boolean().optional(),
    dispute: z.enum(['open', 'none']).optional(),
    parentalResponsibilityProven: z.boolean().optional(),
    parentId: z
      .uuid()
      .optional()
      .describe('Whose parental responsibility for this person it is; left out, of whoever speaks for them'),
    saidBy: z.enum(['professional', 'parent', 'child', 'court_order', 'register']).describe('Who says so'),
    judgedBy: z
      .enum(['social_worker', 'health', 'education', 'police', 'court', 'hub'])
      .optional()
      .describe('What sort of professional judged it'),
    judgedAt: z.iso.datetime().optional().describe('When they judged it; left out, when it was written down'),
  })
  .refine(
    ({ competence, objects, dispute, parentalResponsibilityProven }) =>
      [competence, objects, dispute, parentalResponsibilityProven].some((fact) => fact !== undefined),
    'State at least one fact',
  );
export type RecordPersonFacts = z.infer<typeof RecordPersonFacts>;

/** GET /enquiries/:enquiryId/people/:personId/facts (hub): what was put on record, newest first, and what stands today. */
export const PersonFacts = z.object({
  standing: z.object({
    kind: z.enum(['unborn', 'u13', '13_15', '16_17', '18_25', 'adult', 'unknown']),
    competence: z.enum(['yes', 'no', 'not_assessed']),
    competenceJudgedAt: z.iso.datetime().optional(),
    competenceStale: z.boolean().describe('Judged more than six months ago: it counts no longer'),
    objects: z.boolean(),
    dispute: z.enum(['open', 'none']),
    parentalResponsibilityProven: z.boolean(),
    provenParents: z.array(z.uuid()),
  }),
  recorded: z.array(
    z.object({
      factId: z.uuid(),
      competence: z.enum(['yes', 'no', 'not_assessed']).optional(),
      objects: z.boolean().optional(),
      dispute: z.enum(['open', 'none']).optional(),
      parentalResponsibilityProven: z.boolean().optional(),
      parentId: z.uuid().optional(),
      saidBy: z.string(),
      judgedBy: z.string().optional(),
      judgedAt: z.iso.datetime(),
      recordedBy: z.string(),
      recordedAt: z.iso.datetime(),
    }),
  ),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** POST /people/names (hub): names for the ids on a page. An id that the actor may not know of is left out of the answer. */
export const AskPeopleNames = z.strictObject({ personIds: z.array(z.uuid()).min(1).max(200) });
export type AskPeopleNames = z.infer<typeof AskPeopleNames>;
export const PeopleNames = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      displayName: z.string(),
      kind: PersonKind,
      birthDate: BirthDate.optional(),
      expectedDate: z.iso.date().optional(),
    }),
  ),
});
export type PeopleNames = z.infer<typeof PeopleNames>;

/** PUT /worker-register (partnership-admin): the whole register of allocated workers, as the case system gave it. An older one than is there is refused (INTAKE.REGISTER_OLDER). */
export const WorkerRegister = z.strictObject({
  asOf: z.iso.datetime().describe('When the case system gave it'),
  rows: z
    .array(
      z.strictObject({
        personId: z
          .uuid()
          .optional()
          .describe('Where the person of the index is known; else names and whole birth date'),
        forenames: Text(100).optional(),
        surname: Text(100).optional(),
        birthDate: BirthDate.optional(),
        workerName: Text(120).min(1),
        team: Text(120).min(1),
        since: z.iso.date().optional(),
      }),
    )
    .max(5000),
});
export type WorkerRegister = z.infer<typeof WorkerRegister>;
export const WorkerRegisterKept = z.object({ asOf: z.iso.datetime(), rows: z.number().int() });
export type WorkerRegisterKept = z.infer<typeof WorkerRegisterKept>;

/** GET /mailbox: mail captured for the actor's own account: a reference and a link, nothing more. */
export const Mailbox = z.object({
  messages: z.array(z.object({ messageId: z.uuid(), sentAt: z.iso.datetime(), subject: z.string(), body: z.string() })),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** GET /telephone-tasks (contact officer): callers who are told by telephone. POST /telephone-tasks/:taskId/done */
export const TelephoneTasks = z.object({
  tasks: z.array(
    z.object({
      taskId: z.uuid(),
      contactId: z.uuid(),
      enquiryId: z.uuid(),
      reference: z.string(),
      kind: z.enum(['receipt', 'outcome']),
      raisedAt: z.iso.datetime(),
      doneAt: z.iso.datetime().optional(),
    }),
  ),
});
export type TelephoneTasks = z.infer<typeof TelephoneTasks>;
