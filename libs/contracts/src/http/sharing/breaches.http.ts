import { z } from 'zod';
import { doesNotOpen, Sealed } from '../sealed';
import { PlainReference } from './governed-enquiries.http';
import { Recall, RecallClosedHow } from './recalls.http';

/** What is recorded of a personal data breach, one statement at a time (UK GDPR article 33(3) and (5), article 34). */
export const BreachSays = z.enum([
  'what_happened',
  'consequences',
  'measures',
  'ico_will_tell',
  'ico_told',
  'ico_need_not',
  'people_will_tell',
  'people_told',
  'people_need_not',
  'closed',
]);
export type BreachSays = z.infer<typeof BreachSays>;

/**
 * POST /breaches/:breachId/statements (ig-officer). `ico_told` needs reference and time. Of an enquiry that was erased nothing is said in
 * words, for its keys are destroyed; then `ico_need_not` and `people_need_not` name where the reason is kept. The same id again with the same content answers as
 * before. 409 BREACH.CLOSED, BREACH.NOT_SETTLED (it closes once both questions are answered and done), BREACH.STATEMENT_REPEATED;
 * 422 BREACH.REFERENCE_NEEDED, BREACH.TIME_IMPOSSIBLE, BREACH.WORDS_NEEDED, SEAL.*
 */
export const StateBreach = z.strictObject({
  statementId: z.uuid(),
  says: BreachSays,
  reference: PlainReference.optional().describe(
    'ico_told: the reference that the Information Commissioner gave; without words, of a need_not: of where its reason is kept',
  ),
  doneAt: z.iso.datetime().optional().describe('ico_told, people_told: when'),
  sealedWords: Sealed.optional().describe(
    'The words, typ `note` with noteId = statementId, content `{ reason }`. Left out of an enquiry that was erased, and of no other',
  ),
});
export type StateBreach = z.infer<typeof StateBreach>;

export const BreachStatement = z.object({
  statementId: z.uuid(),
  says: BreachSays,
  reference: z.string().optional(),
  doneAt: z.iso.datetime().optional(),
  words: z.string().optional().describe('Absent once the keys of the enquiry are destroyed'),
  doesNotOpen: doesNotOpen('words'),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
});
export type BreachStatement = z.infer<typeof BreachStatement>;

const summary = {
  breachId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  kind: z.enum(['wrong_person', 'wrong_recipient']),
  people: z.number().int().describe('How many people of this enquiry it is about'),
  awareBy: z.string(),
  awareAt: z.iso.datetime(),
  dueAt: z.iso.datetime().describe('72 hours after becoming aware: elapsed, nights and holidays included'),
  ico: z.enum(['undecided', 'will_tell', 'told', 'need_not']),
  tellPeople: z.enum(['undecided', 'will_tell', 'told', 'need_not']),
  isClockRunning: z.boolean().describe('Neither told nor judged to need no telling'),
  late: z.boolean(),
  toldLate: z.boolean().describe('Told after the 72 hours: the reasons for the delay go with it (article 33(1))'),
  closedAt: z.iso.datetime().optional(),
};
export const BreachSummary = z.object(summary);
export type BreachSummary = z.infer<typeof BreachSummary>;
/** GET /breaches (ig-officer, auditor): those whose clock runs first, oldest first. */
export const Breaches = z.object({ breaches: z.array(BreachSummary) });
export type Breaches = z.infer<typeof Breaches>;
/** GET /breaches/:breachId (ig-officer with the words; auditor without) */
export const BreachRecord = z.object({
  ...summary,
  reported: z.string().optional().describe('What was said when it was found'),
  doesNotOpen: doesNotOpen('reported'),
  erased: z.literal(true).optional().describe('The enquiry was erased: nothing is added in words any more'),
  statements: z.array(BreachStatement),
  recall: Recall,
});
export type BreachRecord = z.infer<typeof BreachRecord>;

/** GET /breaches/:breachId/export (ig-officer): the record in the order of the Information Commissioner's form. Names of the controller and its officer are filled in there. */
export const ExportedBreach = z.object({
  form: z.literal('personal-data-breach-report'),
  breachId: z.uuid(),
  enquiryReference: z.string(),
  exportedAt: z.iso.datetime(),
  aboutTheBreach: z.object({
    kind: z.string(),
    whatHappened: z.array(z.string()),
    becameAwareAt: z.iso.datetime(),
    notifyBy: z.iso.datetime(),
    notifiedAt: z.iso.datetime().optional(),
    reference: z.string().optional(),
    reasonsForDelay: z.string().optional(),
  }),
  people: z.object({ approximateNumber: z.number().int(), told: z.string(), reasons: z.array(z.string()) }),
  likelyConsequences: z.array(z.string()),
  measures: z.array(z.string()),
  recall: z.object({
    openedAt: z.iso.datetime(),
    recipients: z.number().int(),
    destructionConfirmed: z.number().int(),
    closedAt: z.iso.datetime().optional(),
    closedHow: RecallClosedHow.optional().describe(
      'identity_confirmed: it was about this person, or in the right place, after all',
    ),
  }),
  decision: z.object({ notify: z.string(), reasons: z.array(z.string()) }),
});
export type ExportedBreach = z.infer<typeof ExportedBreach>;
