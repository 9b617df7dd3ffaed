import { upgradesOfOlderDatabases } from '@mash/testing';
import { migrations } from './all-migrations';

jest.setTimeout(120_000);

/** Each group as it came to be merged, oldest first: a database may have stopped after any of them. */
const MERGED = [
  ['CreateMessagingTables1795132800000'],
  ['CreateContacts1795132900000', 'CreatePeopleIndex1795132910000', 'CreateScreening1795132920000'],
  ['CreateDrafts1795132850000'],
  ['LetAnEnquiryBeErased1795305600062'],
  ['KeepCallers1795305600080'],
  ['ExtendConsentFacts1795305600023'],
  ['CreateCaseAccess1795305600085', 'IndexProvisionalPeople1795305600087'],
  ['KeepWordsOfConsents1795305600200'],
];

test('A database of any earlier state comes to be like a new one, though earlier migrations came after later ones', async () => {
  const upgrades = await upgradesOfOlderDatabases('contact-intake', migrations, MERGED);
  expect(upgrades).toEqual(MERGED.map((had) => ({ had, differs: [] })));
});
