import { upgradesOfOlderDatabases } from '@mash/testing';
import { migrations } from '.';

jest.setTimeout(240_000);

/** Each group as it came to be merged, oldest first: a database may have stopped after any of them. */
const MERGED = [
  ['CreateEnquiryKeys1795219200002'],
  ['CreateSharingDecisions1795219200003'],
  ['CreateMessagingTables1795132800000'],
  ['CreateLedger1795219200004'],
  ['IndexKeysByKeyEncryptionKey1795305600060', 'CreateErasureAndLegalHold1795305600061', 'AttestRows1795305600065'],
  ['NameReleasers1795305600040', 'RecordOverrides1795305600041', 'TurnObligationsIntoTasks1795305600042'],
  ['LetEveryPartyApproveAgreements1795305600010'],
  [
    'CreateHolderStatements1795305600030',
    'SealRulings1795305600031',
    'CreateConditionAcceptances1795305600032',
    'WatchHolderStatements1795305600098',
  ],
  ['CreateRecalls1795305600075'],
  [
    'CreateSystemKeys1795305600050',
    'CreateCapabilities1795305600052',
    'CountPeopleShown1795305600070',
    'ExtendConsents1795305600120',
  ],
  ['CreateCaseAccess1795305600085'],
  ['NameDetrimentAuthors1795305600140'],
  ['NoteKeysAlone1795305600150'],
  ['HearFactVersions1795305600160'],
  ['NameOneWrongRecipient1795305600180'],
  ['LetAgreementsOnlyGoForward1795305600220'],
  [
    'AcknowledgeRowChecks1795305600260',
    'NoteFoundEnvelopes1795305600242',
    'NameWhoseObligation1795305600280',
    'TellHoldersOfProtection1795305600281',
    'HoldTellingOfOnePerson1795305600282',
    'KeepWhenConsentWasWritten1795305600201',
    'RecallRequestsAndNotices1795305600320',
  ],
];

test('A database of any earlier state comes to be like a new one, though earlier migrations came after later ones', async () => {
  const upgrades = await upgradesOfOlderDatabases('sharing', migrations, MERGED);
  expect(upgrades).toEqual(MERGED.map((had) => ({ had, differs: [] })));
});
