import { upgradesOfOlderDatabases } from '@mash/testing';
import { migrations } from '.';

jest.setTimeout(120_000);

/** Each group as it came to be merged, oldest first: a database may have stopped after any of them. */
const MERGED = [
  ['CreateMessagingTables1795132800000'],
  ['CreateDecision1795219200002'],
  ['LetAnEnquiryBeErased1795305600063'],
  ['RecordStrategyDiscussions1795305600043'],
  ['EraseStrategyDiscussions1795305600090'],
  ['CreateLetters1795305600033'],
  ['RecallRequests1795305600022'],
  ['CountAccessChanges1795305600086', 'BreakGlass1795305600088'],
  ['SayWhyAccessChanges1795305600130', 'EraseWhyAccessChanged1795305600131'],
  ['RecallNotices1795305600330'],
  ['KnowWhoMayBeNamed1795305600357'],
];

test('A database of any earlier state comes to be like a new one, though earlier migrations came after later ones', async () => {
  const upgrades = await upgradesOfOlderDatabases('decision', migrations, MERGED);
  expect(upgrades).toEqual(MERGED.map((had) => ({ had, differs: [] })));
});
