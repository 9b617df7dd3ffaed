import { DEMO_AGENCIES, type EnquiryView, type Queue, type QueueRow } from '@mash/contracts';
import { HUB } from './hub-ids';

const before = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const SEALED = { kid: 'stub', envelope: `${'a'.repeat(20)}.b.c.d.e` };

const clock = (code: 'rate' | 'decide' | 'agency-return' | 'feedback', minutesLeft: number) =>
  ({
    code,
    startedAt: before(180),
    dueAt: before(-minutesLeft),
    basis: code === 'feedback' ? 'working' : 'elapsed',
    state: minutesLeft < 0 ? 'breached' : 'running',
    assumed: code === 'feedback',
  }) as const;

/** The row of the enquiry that most pages are about: Red, late, with a flag. */
export const hubRow = (): QueueRow => ({
  enquiryId: HUB.enquiryId,
  reference: HUB.reference,
  colour: 'red',
  urgent: true,
  protection: true,
  stage: 'with_agencies',
  nextStep: 'chase',
  clock: clock('agency-return', -40),
  receivedAt: before(200),
  people: [
    { personId: HUB.child, kind: 'child', ageBand: '5-10' },
    { personId: HUB.mother, kind: 'adult', ageBand: 'adult' },
  ],
  presentingIssues: ['physical-harm', 'domestic-abuse'],
  repeatContacts12Months: 2,
  asked: 5,
  answered: 3,
  late: 1,
  lateAgencies: [DEMO_AGENCIES.police],
  flagged: true,
  restricted: false,
});

const quietRow = (): QueueRow => ({
  enquiryId: HUB.quietId,
  reference: HUB.quiet,
  urgent: false,
  protection: false,
  stage: 'screening',
  nextStep: 'rate',
  clock: clock('rate', 95),
  receivedAt: before(30),
  people: [{ personId: HUB.child, kind: 'unborn', ageBand: 'unborn' }],
  presentingIssues: [],
  repeatContacts12Months: 0,
  asked: 0,
  answered: 0,
  late: 0,
  lateAgencies: [],
  flagged: false,
  restricted: false,
});

/** A queue of two rows on the first of three pages; nothing is anybody's own. */
export function hubQueue(view: string): Queue {
  const counts = { mine: 0, unclaimed: 1, withAgencies: 1, all: 42 };
  if (view === 'mine') return { counts, rows: [], page: 1, pages: 1, lastArrivalAt: before(12) };
  return { counts, rows: [hubRow(), quietRow()], page: 1, pages: 3, lastArrivalAt: before(12) };
}

/** The whole record: rated once, protected with one receipt, decided and flagged. */
export const hubEnquiry = (raterId: string): EnquiryView => ({
  ...hubRow(),
  contactId: HUB.contactId,
  pack: { id: 'thurrock', version: '2026.1' },
  openedAt: before(199),
  restricted: false,
  openCase: true,
  rosterVersion: 2,
  rosterConfirmed: true,
  people: [
    { personId: HUB.child, kind: 'child', ageBand: '5-10', relation: 'concern' },
    { personId: HUB.mother, kind: 'adult', ageBand: 'adult', relation: 'household' },
  ],
  clocks: [clock('agency-return', -40), clock('decide', 75), clock('feedback', 600)],
  ratings: [
    {
      ratingId: HUB.ratingId,
      version: 1,
      colour: 'red',
      proposedColour: 'amber',
      proposedRow: 'A1',
      departed: true,
      ratedBy: raterId,
      ratedByRole: 'mash-manager',
      ratedAt: before(150),
      sealed: SEALED,
    },
  ],
  thresholds: [
    { level: 's47', version: 1, judgedBy: raterId, judgedAt: before(150), grounds: ['injury', 'disclosure'] },
  ],
  protections: [
    {
      protectionId: '0198dddd-0000-7000-8000-000000000060',
      startedBy: raterId,
      startedAt: before(140),
      outOfHours: false,
      notices: [
        {
          noticeId: HUB.noticePolice,
          agencyId: DEMO_AGENCIES.police,
          team: 'police',
          receivedAt: before(136),
          receivedBy: raterId,
        },
        {
          noticeId: '0198dddd-0000-7000-8000-000000000051',
          agencyId: DEMO_AGENCIES.socialCare,
          team: 'social-care',
        },
      ],
    },
  ],
  decisions: [
    {
      decisionId: '0198dddd-0000-7000-8000-000000000070',
      version: 1,
      rosterVersion: 2,
      decidedBy: raterId,
      decidedAt: before(60),
      outcomes: [{ personId: HUB.child, outcome: 'strategy_s47' }],
      agencyViews: [{ agencyId: DEMO_AGENCIES.police, view: 'no_answer' }],
      strategy: 'held',
      whoTellsFamily: 'receiving_team',
      sealed: SEALED,
      flags: [{ because: 'late_answer', at: before(5) }],
      dissents: [],
    },
  ],
  routes: [],
  feedback: [],
});
