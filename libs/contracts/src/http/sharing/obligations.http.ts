import { z } from 'zod';
import { NotSoughtGround } from '../../core/codes';
import { Sealed } from '../sealed';

/**
 * What whoever tells the parent has to know: a manager has decided that it is not safe; the child is 13 or over and objects; whoever told asked that
 * something is kept from the family; or their concern cannot be read here. The first two hold the telling.
 */
export const TellingCaution = z.enum(['not_safe_to_tell', 'child_objects', 'keep_from_family', 'concern_unread']);
export type TellingCaution = z.infer<typeof TellingCaution>;

/**
 * One dated task that follows from sharing decisions. Ten lines that ask to tell of one child are one telling: open ones of the same code, owner,
 * person and part are one task, due when the first of them is.
 */
export const ObligationView = z.object({
  obligationId: z.uuid(),
  enquiryId: z.uuid(),
  enquiryReference: z.string(),
  code: z.string(),
  part: z
    .number()
    .int()
    .describe('2: what follows once the first part is done, such as the destruction that is confirmed'),
  words: z.string(),
  owner: z.string(),
  agencyId: z
    .string()
    .optional()
    .describe('Whose staff owe it, where it is not the hub; NOT_NAMED_AGENCY where the reader may not know it'),
  personId: z.uuid().optional().describe('Whom it is about, where it is owed for each person by themselves'),
  dueAt: z.iso.datetime(),
  lawDueAt: z.iso.datetime().optional().describe('The last moment that a law sets, where there is one'),
  state: z.enum(['open', 'waiting', 'ground', 'done']),
  late: z.boolean(),
  climbedTo: z.enum(['manager', 'ig']).optional().describe('Who sees it too, since it is late'),
  waitsFor: z.literal('HOLD').optional().describe('It must not be done yet; the cause is not said'),
  cautions: z.array(TellingCaution).optional().describe('Of telling the parent, on the list of one enquiry'),
  ground: z.string().optional().describe('Why the parent is not told for now; looked at again by the due time'),
  doneAt: z.iso.datetime().optional(),
  earlierDoneAt: z.iso
    .datetime()
    .optional()
    .describe('Of an open one: when the same was done before. Something that came later owes it again'),
  doneBy: z.string().optional(),
  mayComplete: z.boolean(),
  mayGiveGround: z.boolean(),
});
export type ObligationView = z.infer<typeof ObligationView>;

/** What somebody noted when they did a task, or put it off on a ground. */
export const TaskStep = z.object({
  stepId: z.uuid(),
  code: z.string(),
  words: z.string().describe('Of the task'),
  outcome: z.enum(['done', 'ground']),
  ground: z.string().optional(),
  personId: z.uuid().optional(),
  takenBy: z.string(),
  takenAt: z.iso.datetime(),
  sealedNote: Sealed.describe('typ `note` with noteId = stepId and authorId = takenBy: opened by POST /releases'),
});
export type TaskStep = z.infer<typeof TaskStep>;

/**
 * GET /enquiries/:enquiryId/obligations (hub), GET /obligations (each owner: theirs, and late ones that have climbed to them). Late ones first.
 * GET /obligations/:obligationId: one of them, as an ObligationView, also once it is done.
 */
export const Obligations = z.object({
  obligations: z.array(ObligationView),
  steps: z
    .array(TaskStep)
    .optional()
    .describe('Of one enquiry: oldest first; none of an agency that the reader may not know'),
});
export type Obligations = z.infer<typeof Obligations>;

/**
 * POST /obligations/:obligationId/complete. `done` with what was done; `ground` (INFORM_PARENT only) with a ground of rule book section 6, looked at
 * again every five working days. The id of the note is the step's: the same twice answers as before.
 */
export const CompleteObligation = z.strictObject({
  stepId: z.uuid(),
  outcome: z.enum(['done', 'ground']),
  ground: NotSoughtGround.exclude(['NS_TEXT']).optional(),
  keptFromFamily: z
    .literal(true)
    .optional()
    .describe(
      'Whoever told the parent has read what must be kept from the family, and kept it. Needed to be done where the concern asks for it, or cannot be read (SHARING.KEEP_FROM_FAMILY)',
    ),
  sealedNote: Sealed.describe('What was done, or why not, typ `note` with noteId = stepId'),
});
export type CompleteObligation = z.infer<typeof CompleteObligation>;
