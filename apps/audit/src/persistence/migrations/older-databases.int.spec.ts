import { upgradesOfOlderDatabases } from '@mash/testing';
import { migrations } from '.';

jest.setTimeout(120_000);

/** Each group as it came to be merged, oldest first: a database may have stopped after any of them. */
const MERGED = [
  ['CreateMessagingTables1795132800000'],
  ['CreateAuditLog1795219200000'],
  ['IndexRowAttestations1795305600066'],
];

test('A database of any earlier state comes to be like a new one, though earlier migrations came after later ones', async () => {
  const upgrades = await upgradesOfOlderDatabases('audit', migrations, MERGED);
  expect(upgrades).toEqual(MERGED.map((had) => ({ had, differs: [] })));
});
