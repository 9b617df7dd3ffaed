import type { ContactDetail, MatchCandidate, Roster } from '@mash/contracts';
import { HUB } from './hub-ids';

const SEALED = { kid: 'stub', envelope: `${'a'.repeat(20)}.b.c.d.e` };
const now = (): string => new Date().toISOString();

/** A child nobody has looked for, and a mother with a worker. All invented. */
export const hubRoster = (): Roster => ({
  enquiryId: HUB.enquiryId,
  version: 2,
  confirmed: false,
  workerRegisterAsOf: now(),
  people: [
    {
      mentionId: HUB.childMention,
      personId: HUB.child,
      displayName: 'Kian Marlowe',
      birthDate: { year: 2018, month: 5, day: 3 },
      kind: 'child',
      ageBand: '5-10',
      relation: 'concern',
      matched: 'not_looked',
      livesInHousehold: 'yes',
      whoSaysSo: 'his mother',
      address: { lines: '4 Tanner Row, Riverside', postcode: 'RV1 4TT' },
      addressProtected: false,
      nhsNumber: '999 123 4567',
      nhsNumberTyped: 'incorrectly',
      contactsIn6Months: 1,
      contactsIn12Months: 2,
    },
    {
      mentionId: HUB.motherMention,
      personId: HUB.mother,
      displayName: 'Dawn Marlowe',
      kind: 'adult',
      ageBand: 'adult',
      relation: 'household',
      relationship: 'mother',
      matched: 'matched',
      parentalResponsibility: 'yes',
      parentalResponsibilityKnownHow: 'On the birth certificate',
      addressProtected: true,
      protectedPlaces: ['address'],
      contactsIn6Months: 0,
      contactsIn12Months: 0,
      allocatedWorker: { name: 'Lena Hart', team: 'Family support west' },
    },
  ],
});

/** Somebody whom nobody worries about. */
export const parentElsewhere = (): Roster['people'][number] => ({
  ...{ mentionId: HUB.fatherMention, personId: HUB.father, displayName: 'Owen Marlowe' },
  ...{ kind: 'adult', ageBand: 'adult', relation: 'pr_uninvolved', relationship: 'father', matched: 'matched' },
  ...{ addressProtected: false, contactsIn6Months: 0, contactsIn12Months: 0 },
});

export const hubContact = (): ContactDetail => ({
  contactId: HUB.contactId,
  enquiryId: HUB.enquiryId,
  reference: HUB.contactReference,
  enquiryReference: HUB.reference,
  receivedAt: now(),
  recordedAt: now(),
  source: '2A',
  referrerKind: 'professional',
  urgent: true,
  reply: 'email',
  sealed: SEALED,
  acknowledged: [],
  presentingIssues: ['physical-harm'],
  people: [
    {
      mentionId: HUB.childMention,
      kind: 'child',
      forenames: 'Kian',
      surname: 'Marlowe',
      birthDate: { year: 2018, month: 5, day: 3 },
      relation: 'concern',
      school: 'Meadow Lane Primary School',
    },
    {
      mentionId: HUB.motherMention,
      kind: 'adult',
      forenames: 'Dawn',
      surname: 'Marlowe',
      relation: 'household',
      relationship: 'mother',
      addressProtected: true,
    },
  ],
  consents: [
    { mentionId: HUB.childMention, kind: 'sharing', state: 'not_sought', ground: 'NS_HARM', givenBy: 'not_applicable' },
  ],
});

/** What is inside the concern, as sharing releases it. */
export const hubConcern = {
  narrative: 'He came in with a burn on his arm that he would not explain.',
  toldByOthers: 'A friend says he sleeps on the sofa.',
  danger: 'not_known',
  keepFromFamily: { answer: 'yes', what: 'That he spoke to us' },
  protectedAddresses: [],
  caller: { kind: 'professional', name: 'Amara Osei', role: 'Designated safeguarding lead' },
};

export const hubCandidates = (): MatchCandidate[] => [
  {
    personId: HUB.candidate,
    displayName: 'Kian Marlow',
    birthDate: { year: 2018, month: 5, day: 3 },
    kind: 'child',
    address: { lines: '12 Mill Street, Riverside', postcode: 'RV1 2AB' },
    score: 11.2,
    band: 'likely',
    reasons: [
      { field: 'birthDate', agreement: 'same', words: 'The same day', mention: '3 May 2018', record: '3 May 2018' },
      { field: 'surname', agreement: 'similar', words: 'One letter differs', mention: 'Marlowe', record: 'Marlow' },
      { field: 'postcode', agreement: 'different', words: 'Another street', mention: 'RV1 4TT', record: 'RV1 2AB' },
      { field: 'upn', agreement: 'missing', words: 'Not said', record: 'A123456789012' },
    ],
  },
  {
    personId: HUB.unlikely,
    displayName: 'Ciaran Barlow',
    kind: 'child',
    score: -3,
    band: 'unlikely',
    caution: 'A twin is on record',
    reasons: [{ field: 'birthDate', agreement: 'missing', words: 'No birth date on record', mention: '3 May 2018' }],
  },
];
