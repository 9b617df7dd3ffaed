import type { AgencyRequest, ContactDetail, Released, ReleasedItem } from '@mash/contracts';
import { type PictureGiven } from '../picture.presenter';
import { readFilter } from '../picture-filter';

export const now = new Date('2026-11-23T13:40:00.000Z');
export const id = (number: number): string => `0198cccc-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [child, mother, contactId, police, health] = [id(4), id(5), id(6), id(7), id(8)];
export const names = new Map([
  [child, 'Kian Marlowe'],
  [mother, 'Dawn Marlowe'],
]);
export const request = (
  requestId: string,
  agencyId: string,
  agencyName: string,
  changes: Partial<AgencyRequest> = {},
): AgencyRequest => ({
  ...{ requestId, agencyId, agencyName, enquiryId: id(2), enquiryReference: 'E-7K2Q4X9', purpose: 'S47' },
  ...{
    state: 'answered',
    proposedAt: '2026-11-23T12:00:00.000Z',
    proposedBy: 'x',
    late: false,
    chasers: [],
    decided: false,
  },
  lines: [
    { lineId: id(31), personId: child, category: 'police-incidents', existenceOnly: false, state: 'answered' },
    { lineId: id(32), personId: mother, category: 'police-incidents', existenceOnly: false, state: 'answered' },
  ],
  ...changes,
});
export const item = (number: number, changes: Partial<ReleasedItem> = {}): ReleasedItem => ({
  envelopeId: id(100),
  itemId: id(200 + number),
  visibility: 'shown',
  outcome: 'PERMIT',
  content: {
    when: { date: `2026-10-${String(number).padStart(2, '0')}` },
    kind: 'fact',
    text: `Item ${number}`,
    source: 'RMS',
  },
  agencyId: 'riverside-police',
  personId: child,
  category: 'police-incidents',
  reason: { code: 'X', sentence: 'Because.' },
  decisionId: id(300),
  rule: 'R',
  redactions: [],
  obligations: [],
  ...changes,
});
export const withheld: ReleasedItem = {
  ...item(40, { visibility: 'withheld', outcome: 'REVIEW', content: undefined, category: undefined }),
  reason: { code: 'WITHHELD', sentence: 'They have set conditions on who may see it. Ask them.' },
};
export const coverage = (personId: string, agencyId: string, state: string): Released['coverage'][number] => ({
  ...{
    envelopeId: id(100),
    agencyId,
    personId,
    state,
    systems: ['RMS'],
    identifiers: ['name', 'date_of_birth'],
    from: '2019-01-01',
  },
});
export const released = (items: ReleasedItem[], searched: Released['coverage'] = []): Released => ({
  ...{ releaseId: id(1), releasedAt: now.toISOString(), items, coverage: searched, refused: [] },
});
export const contact = { contactId, receivedAt: '2026-11-23T09:00:00.000Z' } as ContactDetail;
export const given = (changes: Partial<PictureGiven> = {}): PictureGiven => ({
  ...{
    path: '/enquiries/E-7K2Q4X9/picture',
    contact,
    planned: [],
    released: released([]),
    names,
    roster: undefined,
    now,
  },
  requests: [request(police, 'riverside-police', 'Riverside Police')],
  agencyOfEnvelope: new Map([[id(100), 'riverside-police']]),
  requestOfEnvelope: new Map([[id(100), police]]),
  filter: readFilter({}),
  ...changes,
});
