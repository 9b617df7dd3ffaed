import type { EnquiryView, QueueRow, Roster, RosterPerson } from '@mash/contracts';
import { NAMELESS } from '../../../presenters/naming';
import { enquiryFrameView } from '../shared/enquiry-frame.view';
import type { OpenEnquiry } from '../shared/enquiry-frame';

/** Monday, 13:40 in London. */
export const NOW = new Date('2026-11-23T13:40:00.000Z');
export const REFERENCE = 'E-7K2Q4X9';
export const READER = '01980000-0000-7000-8000-00000000f001';
export const CHILD = '01980000-0000-7000-8000-00000000c001';
export const CHILD_MENTION = '01980000-0000-7000-8000-00000000c101';
export const MOTHER = '01980000-0000-7000-8000-00000000a001';
export const MOTHER_MENTION = '01980000-0000-7000-8000-00000000a101';
export const SEALED = { kid: 'a-key', envelope: `${'a'.repeat(20)}.b.c.d.e` };

/** So many minutes before NOW; after it where negative. */
export const before = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();

type Clock = EnquiryView['clocks'][number];
export const aClock = (minutesLeft: number, changes: Partial<Clock> = {}): Clock => ({
  code: 'rate',
  startedAt: before(120),
  dueAt: before(-minutesLeft),
  basis: 'elapsed',
  state: minutesLeft < 0 ? 'breached' : 'running',
  assumed: false,
  ...changes,
});

/** A queue row for tests: one child, not rated, nobody asked. All invented. */
export const aRow = (changes: Partial<QueueRow> = {}): QueueRow => ({
  enquiryId: '01980000-0000-7000-8000-00000000e001',
  reference: REFERENCE,
  urgent: false,
  protection: false,
  stage: 'new',
  nextStep: 'screen',
  receivedAt: before(60),
  people: [{ personId: CHILD, kind: 'child', ageBand: '5-10' }],
  presentingIssues: [],
  repeatContacts12Months: 0,
  asked: 0,
  answered: 0,
  late: 0,
  lateAgencies: [],
  flagged: false,
  restricted: false,
  ...changes,
});

/** An enquiry on which nothing has happened yet. */
export const anEnquiry = (changes: Partial<EnquiryView> = {}): EnquiryView => ({
  ...aRow(),
  contactId: '01980000-0000-7000-8000-00000000d001',
  pack: { id: 'thurrock', version: '2026.1' },
  openedAt: before(59),
  restricted: false,
  openCase: false,
  rosterVersion: 1,
  rosterConfirmed: false,
  people: [{ personId: CHILD, kind: 'child', ageBand: '5-10', relation: 'concern' }],
  clocks: [],
  ratings: [],
  thresholds: [],
  protections: [],
  decisions: [],
  routes: [],
  feedback: [],
  ...changes,
});

export const aChild = (changes: Partial<RosterPerson> = {}): RosterPerson => ({
  mentionId: CHILD_MENTION,
  personId: CHILD,
  displayName: 'Kian Marlowe',
  birthDate: { year: 2018, month: 5, day: 3 },
  kind: 'child',
  ageBand: '5-10',
  relation: 'concern',
  matched: 'not_looked',
  addressProtected: false,
  contactsIn6Months: 0,
  contactsIn12Months: 0,
  ...changes,
});

export const aMother = (changes: Partial<RosterPerson> = {}): RosterPerson => ({
  ...aChild(),
  mentionId: MOTHER_MENTION,
  personId: MOTHER,
  displayName: 'Dawn Marlowe',
  birthDate: undefined,
  kind: 'adult',
  ageBand: 'adult',
  relation: 'household',
  ...changes,
});

export const aRoster = (people: RosterPerson[] = [aChild(), aMother()], changes: Partial<Roster> = {}): Roster => ({
  enquiryId: anEnquiry().enquiryId,
  version: 1,
  confirmed: false,
  people,
  ...changes,
});

export function anOpenEnquiry(enquiry: EnquiryView = anEnquiry(), roster: Roster = aRoster()): OpenEnquiry {
  const names = new Map(roster.people.map(({ personId, displayName }) => [personId, displayName]));
  const frame = enquiryFrameView({
    enquiry,
    roster,
    reader: { accountId: READER, name: 'Priya Raman', roles: ['mash-analyst'] },
    now: NOW,
  });
  return { reference: enquiry.reference, enquiry, roster, names, named: NAMELESS, frame, now: NOW };
}
