import { z } from 'zod';
import { AgeBand, Colour, PersonKind } from '../../core/codes';

/** What is left as the clock itself counts: of working time, the hub's opening hours. */
export const LeftMinutes = z.int().nonnegative().describe('Minutes until it is due, on its basis; 0 once it is');

/** One running, paused, met or breached obligation. Words are the console's; `dueAt` is already in the pack's working time. */
export const ClockView = z.object({
  code: z.enum([
    'acknowledge',
    'screen',
    'rate',
    'agency-return',
    'decide',
    'feedback',
    'route-answer',
    'protection-review',
  ]),
  startedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  basis: z.enum(['elapsed', 'working']),
  state: z.enum(['running', 'met', 'breached', 'paused']),
  leftMinutes: LeftMinutes.optional(),
  metAt: z.iso.datetime().optional(),
  assumed: z.boolean().describe('No source gives the value; the pack assumes it'),
  changed: z
    .object({ at: z.iso.datetime(), fromDueAt: z.iso.datetime(), rule: z.string() })
    .optional()
    .describe('A rating moved it last: when, from which due time, by which setting of the pack'),
});
export type ClockView = z.infer<typeof ClockView>;

export const EnquiryStage = z.enum([
  'new',
  'screening',
  'rated',
  'asking',
  'with_agencies',
  'answered',
  'decided',
  'routed',
  'closed',
]);
export type EnquiryStage = z.infer<typeof EnquiryStage>;

export const NextStep = z.enum([
  'screen',
  'rate',
  'send',
  'chase',
  'decide',
  'look_again',
  'route',
  'feedback',
  'wait',
  'done',
]);
export type NextStep = z.infer<typeof NextStep>;

/** A row of GET /queue?view=mine|unclaimed|with-agencies|all&page=1 . Late first, Red on top. No names. */
export const QueueRow = z.object({
  enquiryId: z.uuid(),
  reference: z.string(),
  colour: Colour.optional(),
  urgent: z.boolean(),
  protection: z.boolean().describe('Immediate protection is running'),
  stage: EnquiryStage,
  nextStep: NextStep,
  clock: ClockView.optional().describe('The clock that matters most now'),
  receivedAt: z.iso.datetime(),
  people: z.array(z.object({ personId: z.uuid(), kind: PersonKind, ageBand: AgeBand })),
  presentingIssues: z.array(z.string()),
  repeatContacts12Months: z.number().int(),
  asked: z.number().int(),
  answered: z.number().int(),
  late: z.number().int(),
  lateAgencies: z.array(z.string()),
  ownerId: z.string().optional(),
  flagged: z.boolean(),
  restricted: z.boolean().describe('Named people alone see this row'),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const Queue = z.object({
  counts: z.object({ mine: z.number(), unclaimed: z.number(), withAgencies: z.number(), all: z.number() }),
  rows: z.array(QueueRow),
  page: z.number().int(),
  pages: z.number().int(),
  lastArrivalAt: z.iso.datetime().optional(),
});
export type Queue = z.infer<typeof Queue>;

/** POST /queue/take-next: claims the top row for the actor. 204 where nothing waits. */
export const Taken = z.object({ enquiryId: z.uuid(), reference: z.string(), nextStep: NextStep });
export type Taken = z.infer<typeof Taken>;
