import { caseAccessMigration } from '@mash/case-access';
import { messagingMigration } from '@mash/messaging';
import { BindKeysOnce1795305601607 } from './bind-keys-once';
import { CreateCapabilities1795305600052 } from './create-capabilities';
import { AttestRows1795305600065 } from './attest-rows';
import { CreateConditionAcceptances1795305600032 } from './create-condition-acceptances';
import { CountPeopleShown1795305600070 } from './count-people-shown';
import { CreateEnquiryKeys1795219200002 } from './create-enquiry-keys';
import { CreateErasureAndLegalHold1795305600061 } from './create-erasure-and-legal-hold';
import { CreateHolderStatements1795305600030 } from './create-holder-statements';
import { CreateLedger1795219200004 } from './create-ledger';
import { FindAnswersOfARequest1795305600654 } from './find-answers-of-a-request';
import { CreateRecalls1795305600075 } from './create-recalls';
import { CreateSystemKeys1795305600050 } from './create-system-keys';
import { CreateSharingDecisions1795219200003 } from './create-sharing-decisions';
import { DateTheDuty1795305600342 } from './date-the-duty';
import { HoldTellingOfOnePerson1795305600282 } from './hold-telling-of-one-person';
import { HastenReviews1795305600990 } from './hasten-reviews';
import { HearFactVersions1795305600160 } from './hear-fact-versions';
import { IndexKeysByKeyEncryptionKey1795305600060 } from './index-keys-by-key-encryption-key';
import { NameAcceptedItems1795305600970 } from './name-accepted-items';
import { NameOneWrongRecipient1795305600180 } from './name-one-wrong-recipient';
import { NameReleasers1795305600040 } from './name-releasers';
import { NoteFoundEnvelopes1795305600242 } from './note-found-envelopes';
import { NameWhoseObligation1795305600280 } from './name-whose-obligation';
import { NoteKeysAlone1795305600150 } from './note-keys-alone';
import { RecallRequestsAndNotices1795305600320 } from './recall-requests-and-notices';
import { RecordOverrides1795305600041 } from './record-overrides';
import { SealRulings1795305600031 } from './seal-rulings';
import { SweepPassedDates1795305600350 } from './sweep-passed-dates';
import { TakeBackAWrongRecipient1795305600801 } from './take-back-a-wrong-recipient';
import { TellHoldersOfProtection1795305600281 } from './tell-holders-of-protection';
import { TurnObligationsIntoTasks1795305600042 } from './turn-obligations-into-tasks';
import { KeepWhatOwesATask1795305600351 } from './keep-what-owes-a-task';
import { KeepWhenConsentWasWritten1795305600201 } from './keep-when-consent-was-written';
import { LetEveryPartyApproveAgreements1795305600010 } from './let-every-party-approve-agreements';
import { ExtendConsents1795305600120 } from './extend-consents';
import { WatchCapabilities1795305600972 } from './watch-capabilities';
import { WatchWhatGoesOut1795305601604 } from './watch-what-goes-out';
import { WatchHolderStatements1795305600098 } from './watch-holder-statements';
import { LetAProductTakeAnothersPlace1795305600820 } from './let-a-product-take-anothers-place';
import { NoteLettersTakenBack1795305601602 } from './note-letters-taken-back';
import { NoteWhatTellsOfAll1795305601605 } from './note-what-tells-of-all';
import { NoteWhatWasSent1795305600930 } from './note-what-was-sent';
import { LetAgreementsOnlyGoForward1795305600220 } from './let-agreements-only-go-forward';
import { AcknowledgeRowChecks1795305600260 } from './acknowledge-row-checks';
import { NameDetrimentAuthors1795305600140 } from './name-detriment-authors';
import { WatchRowChecks1795305600355 } from './watch-row-checks';
import { WatchRegister1795305600840 } from './watch-register';
import { StateBreachesWithoutWords1795305600800 } from './state-breaches-without-words';
import { WatchSystemKeys1795305600700 } from './watch-system-keys';
import { ForgetOverflowWords1795305600480 } from './forget-overflow-words';
import { GuardEveryKeyUnderHold1795305600971 } from './guard-every-key-under-hold';
import { GuardOverflowWords1795305600530 } from './guard-overflow-words';

/** In the order in which they run. */
export const migrations = [
  ...messagingMigration(),
  CreateEnquiryKeys1795219200002,
  CreateSharingDecisions1795219200003,
  CreateLedger1795219200004,
  CreateSystemKeys1795305600050,
  CreateCapabilities1795305600052,
  LetEveryPartyApproveAgreements1795305600010,
  CreateHolderStatements1795305600030,
  SealRulings1795305600031,
  CreateConditionAcceptances1795305600032,
  NameReleasers1795305600040,
  RecordOverrides1795305600041,
  TurnObligationsIntoTasks1795305600042,
  IndexKeysByKeyEncryptionKey1795305600060,
  CreateErasureAndLegalHold1795305600061,
  AttestRows1795305600065,
  CreateRecalls1795305600075,
  ExtendConsents1795305600120,
  WatchHolderStatements1795305600098,
  CountPeopleShown1795305600070,
  NameDetrimentAuthors1795305600140,
  NoteKeysAlone1795305600150,
  HearFactVersions1795305600160,
  NameOneWrongRecipient1795305600180,
  LetAgreementsOnlyGoForward1795305600220,
  AcknowledgeRowChecks1795305600260,
  NoteFoundEnvelopes1795305600242,
  NameWhoseObligation1795305600280,
  TellHoldersOfProtection1795305600281,
  HoldTellingOfOnePerson1795305600282,
  KeepWhenConsentWasWritten1795305600201,
  RecallRequestsAndNotices1795305600320,
  SweepPassedDates1795305600350,
  KeepWhatOwesATask1795305600351,
  DateTheDuty1795305600342,
  WatchRowChecks1795305600355,
  ForgetOverflowWords1795305600480,
  GuardOverflowWords1795305600530,
  WatchSystemKeys1795305600700,
  ...caseAccessMigration(),
  FindAnswersOfARequest1795305600654,
  WatchRegister1795305600840,
  StateBreachesWithoutWords1795305600800,
  LetAProductTakeAnothersPlace1795305600820,
  TakeBackAWrongRecipient1795305600801,
  HastenReviews1795305600990,
  NoteWhatWasSent1795305600930,
  NameAcceptedItems1795305600970,
  GuardEveryKeyUnderHold1795305600971,
  WatchCapabilities1795305600972,
  BindKeysOnce1795305601607,
  WatchWhatGoesOut1795305601604,
  NoteLettersTakenBack1795305601602,
  NoteWhatTellsOfAll1795305601605,
];
