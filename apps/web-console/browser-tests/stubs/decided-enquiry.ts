import {
  DEMO_AGENCIES,
  type AgencyRequest,
  type EnquiryView,
  type InboxItem,
  type Roster,
  type Sealed,
} from '@mash/contracts';

const id = (end: number): string => `0198cccc-0000-7000-8000-${String(end).padStart(12, '0')}`;

/** An enquiry that has been asked about and waits for its decision. Everybody in it is invented. */
export const DECIDED = {
  reference: 'E-7K2Q4X9',
  contactReference: 'C-3H8PQRS',
  enquiryId: id(1),
  child: id(2),
  baby: id(3),
  mother: id(4),
  contactId: id(5),
  answeredRequest: id(6),
  silentRequest: id(7),
  decisionId: id(8),
  routeId: id(9),
  productId: id(10),
  agreementId: id(11),
  itemId: id(12),
  letterId: id(13),
  noticeOfNobody: id(99),
} as const;

export const SEALED: Sealed = { kid: 'stub', envelope: 'eyJh.YWJj.ZGVm.Z2hpams.bG1ub3A' };

export const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

export const enquiryStub = (changes: Partial<EnquiryView> = {}): EnquiryView => ({
  enquiryId: DECIDED.enquiryId,
  reference: DECIDED.reference,
  colour: 'amber',
  urgent: false,
  protection: false,
  stage: 'answered',
  nextStep: 'decide',
  receivedAt: ago(20),
  people: [
    { personId: DECIDED.child, kind: 'child', ageBand: '5-10', relation: 'concern' },
    { personId: DECIDED.baby, kind: 'unborn', ageBand: 'unborn', relation: 'concern' },
    { personId: DECIDED.mother, kind: 'adult', ageBand: 'adult', relation: 'household' },
  ],
  presentingIssues: [],
  repeatContacts12Months: 0,
  asked: 2,
  answered: 1,
  late: 1,
  lateAgencies: [DEMO_AGENCIES.health],
  flagged: false,
  contactId: DECIDED.contactId,
  pack: { id: 'thurrock', version: '2026.1' },
  openedAt: ago(20),
  restricted: false,
  openCase: false,
  rosterVersion: 2,
  rosterConfirmed: true,
  clocks: [
    {
      code: 'decide',
      startedAt: ago(20),
      dueAt: new Date(Date.now() + 6_600_000).toISOString(),
      basis: 'working',
      state: 'running',
      assumed: false,
    },
  ],
  ratings: [],
  thresholds: [{ level: 's17', version: 1, judgedBy: id(90), judgedAt: ago(10), grounds: ['neglect'] }],
  protections: [],
  decisions: [],
  routes: [],
  feedback: [],
  ...changes,
});

export const decisionStub = (
  changes: Partial<EnquiryView['decisions'][number]> = {},
): EnquiryView['decisions'][number] => ({
  decisionId: DECIDED.decisionId,
  version: 1,
  rosterVersion: 2,
  decidedBy: id(90),
  decidedAt: ago(2),
  outcomes: [
    { personId: DECIDED.child, outcome: 'early_help' },
    { personId: DECIDED.baby, outcome: 'universal' },
  ],
  agencyViews: [
    { agencyId: DEMO_AGENCIES.police, view: 'agrees' },
    { agencyId: DEMO_AGENCIES.health, view: 'no_answer' },
  ],
  strategy: 'considered_not_held',
  whoTellsFamily: 'receiving_team',
  sealed: SEALED,
  flags: [],
  dissents: [],
  ...changes,
});

const request = (changes: Partial<AgencyRequest>): AgencyRequest => ({
  requestId: DECIDED.silentRequest,
  enquiryId: DECIDED.enquiryId,
  enquiryReference: DECIDED.reference,
  agencyId: DEMO_AGENCIES.health,
  agencyName: 'Riverside NHS Trust',
  purpose: 'S17',
  state: 'open',
  proposedAt: ago(9),
  proposedBy: id(90),
  issuedAt: ago(9),
  dueAt: ago(1),
  late: true,
  chasers: [],
  decided: false,
  lines: [],
  ...changes,
});

export const requestsStub = (): AgencyRequest[] => [
  request({}),
  request({
    requestId: DECIDED.answeredRequest,
    agencyId: DEMO_AGENCIES.police,
    agencyName: 'Riverside Police',
    state: 'answered',
    late: false,
    answeredAt: ago(3),
  }),
];

const person = (
  personId: string,
  displayName: string,
  kind: 'child' | 'unborn' | 'adult',
): Roster['people'][number] => ({
  mentionId: personId,
  personId,
  displayName,
  kind,
  ageBand: kind === 'child' ? '5-10' : kind,
  relation: kind === 'adult' ? 'household' : 'concern',
  matched: 'new',
  addressProtected: false,
  contactsIn6Months: 0,
  contactsIn12Months: 0,
  ...(kind === 'child' && { birthDate: { year: 2018, month: 5, day: 3 } }),
});

export const rosterStub = (): Roster => ({
  enquiryId: DECIDED.enquiryId,
  version: 2,
  confirmed: true,
  people: [
    person(DECIDED.child, 'Kian Marlowe', 'child'),
    person(DECIDED.baby, 'Unborn baby Marlowe', 'unborn'),
    person(DECIDED.mother, 'Dawn Marlowe', 'adult'),
  ],
});

export const inboxItemStub = (changes: Partial<InboxItem> = {}): InboxItem => ({
  routeId: DECIDED.routeId,
  enquiryId: DECIDED.enquiryId,
  reference: DECIDED.reference,
  team: 'early-help',
  colour: 'amber',
  outcomes: [{ personId: DECIDED.child, outcome: 'early_help' }],
  receivedAt: ago(20),
  decidedAt: ago(2),
  routedAt: ago(1),
  dueAt: new Date(Date.now() + 6_600_000).toISOString(),
  state: 'waiting',
  productId: DECIDED.productId,
  ...changes,
});
