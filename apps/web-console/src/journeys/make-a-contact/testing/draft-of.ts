import { DEMO_PARTNERSHIP } from '@mash/contracts';
import { ContactDraft, type DraftPerson } from '../draft/contact-draft';

/** Ids of invented people. */
export const KIAN = '01980000-0000-7000-8000-00000000c001';
export const DAWN = '01980000-0000-7000-8000-00000000a001';
export const DRAFT_ID = '01980000-0000-7000-8000-00000000d001';

const kid = 'a-key';
const lease = {
  kid,
  publicKey: { kty: 'OKP', crv: 'X25519', kid, x: 'A'.repeat(43) },
  partnershipId: DEMO_PARTNERSHIP,
  use: 'enquiry',
  expiresAt: '2026-12-01T00:00:00.000Z',
  signature: 'signed',
};

/** A draft for tests: empty save for what a test says. */
export const draftOf = (changes: Partial<ContactDraft> = {}): ContactDraft => ContactDraft.parse({ lease, ...changes });

export const child = (changes: Partial<DraftPerson> = {}): DraftPerson => ({
  mentionId: KIAN,
  kind: 'child',
  relation: 'concern',
  notKnown: [],
  ...changes,
});
export const adult = (changes: Partial<DraftPerson> = {}): DraftPerson => ({
  mentionId: DAWN,
  kind: 'adult',
  relation: 'household',
  notKnown: [],
  ...changes,
});

/** A child of whom everything that must be said has been said not to be known. */
export const unknownChild = (): DraftPerson =>
  child({
    notKnown: [
      'forenames',
      'surname',
      'birthDate',
      'sex',
      'ethnicity',
      'disability',
      'language',
      'interpreter',
      'address',
      'school',
      'gp',
    ],
  });
