import { DEMO_PARTNERSHIP, newId } from '@mash/contracts';
import type { Enquiry } from '../src/domain/enquiry';
import type { RosterPerson } from '../src/domain/roster-person';

/** A child of the roster, aged between five and ten unless changed. */
export const aChild = (changes: Partial<RosterPerson> = {}): RosterPerson => ({
  personId: newId(),
  kind: 'child',
  ageBand: '5-10',
  relation: 'concern',
  ...changes,
});

/** An enquiry with one child on a confirmed roster, not rated yet. */
export const anEnquiry = (changes: Partial<Enquiry> = {}): Enquiry => ({
  enquiryId: newId(),
  partnershipId: DEMO_PARTNERSHIP,
  contactId: newId(),
  reference: 'E-7K2Q4X9',
  pack: { id: 'thurrock', version: '2026.1' },
  receivedAt: new Date('2026-11-24T09:00:00.000Z'),
  openedAt: new Date('2026-11-24T09:00:01.000Z'),
  recordedBy: newId(),
  referrerKind: 'professional',
  urgent: false,
  presentingIssues: ['neglect'],
  repeatContacts: 0,
  rosterVersion: 1,
  rosterConfirmed: true,
  openCase: false,
  people: [aChild()],
  ratingVersion: 0,
  threshold: 'none',
  thresholdVersion: 0,
  protectionOpen: false,
  decisionVersion: 0,
  restricted: false,
  ...changes,
});
