import { upgradesOfOlderDatabases } from '@mash/testing';
import { migrations } from '.';

jest.setTimeout(120_000);

/** Each group as it came to be merged, oldest first: a database may have stopped after any of them. */
const MERGED = [
  ['CreateAgencyRequests1795219200001'],
  ['CreateMessagingTables1795132800000'],
  ['CreateDrafts1795132850000'],
  ['LetAnEnquiryBeErased1795305600064'],
  ['RecallLines1795305600021', 'AddAnsweredKind1795305600051'],
  ['CreateCaseAccess1795305600085'],
  ['SayWhoseBorder1795305600161'],
  ['KeepTheAnswerLease1795305600240'],
];

test('A database of any earlier state comes to be like a new one, though earlier migrations came after later ones', async () => {
  const upgrades = await upgradesOfOlderDatabases('agency-requests', migrations, MERGED);
  expect(upgrades).toEqual(MERGED.map((had) => ({ had, differs: [] })));
});
