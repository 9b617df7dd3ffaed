import { CaseAccessModule } from '@mash/case-access';
import { Module } from '@nestjs/common';
import { EnquiryAccess } from './access/enquiry-access';
import { AgreementChronicle } from './agreements/agreement-chronicle';
import { AgreementDesk } from './agreements/agreement-desk';
import { AgreementDraftRepository } from './agreements/agreement-draft.repository';
import { AgreementFileReader, FILE_THREAD, fileThread } from './agreements/agreement-file-reader';
import { AgreementReader } from './agreements/agreement-reader';
import { AgreementShelf } from './agreements/agreement-shelf';
import { AgreementStepRepository } from './agreements/agreement-step.repository';
import { AgreementRepository } from './agreements/agreement.repository';
import { AgreementsInForce } from './agreements/agreements-in-force';
import { AgreementsStopped } from './agreements/agreements-stopped';
import { DecisionAnnouncer } from './asking/decision-announcer';
import { EnquiryFactsGatherer } from './asking/enquiry-facts';
import { FactsOfProposal } from './asking/facts-of-proposal';
import { FactsAsTheyStand } from './asking/facts-as-they-stand';
import { FreshFacts } from './asking/fresh-facts';
import { HeardVersions } from './asking/heard-versions';
import { NothingNewer } from './asking/nothing-newer';
import { OpenEnquiries } from './asking/open-enquiries';
import { PartnershipFacts } from './asking/partnership-facts';
import { Reopening } from './asking/reopening';
import { LinesAgain } from './asking/lines-again';
import { RulingSeal } from './asking/ruling-seal';
import { RepeatedItems } from './asking/repeated-items';
import { AcceptedAnswers } from './answers/accepted-answers';
import { AskedLinesFinder } from './releases/asked-lines';
import { AnswersGone } from './answers/answers-gone';
import { CheckedAnswerRepository } from './answers/checked-answer.repository';
import { EnvelopeOpener } from './releases/envelope-opener';
import { HolderStatementRepository } from './holder/holder-statement.repository';
import { HolderStatements } from './holder/holder-statements';
import { SentText } from './asking/sent-text';
import { SharingDecisionRepository } from './asking/sharing-decision.repository';
import { SharingDesk } from './asking/sharing-desk';
import { CapabilityMaker } from './capabilities/capability-maker';
import { CapabilityRepository } from './capabilities/capability.repository';
import { CapabilitySeal } from './capabilities/capability-seal';
import { LineAgain } from './asking/line-again';
import { ConfirmOverrideHandler } from './features/confirm-override/confirm-override.handler';
import { ConfirmOverrideController } from './features/confirm-override/confirm-override.http.controller';
import { JudgeOverrideController } from './features/judge-override/judge-override.http.controller';
import { ProposeOverrideHandler } from './features/propose-override/propose-override.handler';
import { ProposeOverrideController } from './features/propose-override/propose-override.http.controller';
import { OverrideDesk } from './overrides/override-desk';
import { OverrideEnforcer } from './overrides/override-enforcer';
import { OverrideRepository } from './overrides/override.repository';
import { OverrideSeal } from './overrides/override-seal';
import { WhatPeopleSaid } from './overrides/what-people-said';
import { OverridesController } from './queries/overrides/overrides.http.controller';
import { AppointReleaserHandler } from './features/appoint-releaser/appoint-releaser.handler';
import { AppointReleaserController } from './features/appoint-releaser/appoint-releaser.http.controller';
import { EndAppointmentController } from './features/end-appointment/end-appointment.http.controller';
import { ReleasersController } from './queries/releasers/releasers.http.controller';
import { AppointmentRepository } from './register/appointment.repository';
import { ReleaserRegister } from './register/releaser-register';
import { ReviewDesk } from './reviews/review-desk';
import { ConsentAnnouncer } from './consent/consent-announcer';
import { HolderNoticeRepository } from './protection/holder-notice.repository';
import { ConsentNoticeRepository } from './consent/consent-notice.repository';
import { ConsentNotices } from './consent/consent-notices';
import { ConsentWordsOpener } from './consent/consent-words-opener';
import { ConsentRepository } from './consent/consent.repository';
import { HoldersRepository } from './consent/holders.repository';
import { AuthoriseDetrimentController } from './features/authorise-detriment/authorise-detriment.http.controller';
import { AuthoriseDetrimentHandler } from './features/authorise-detriment/authorise-detriment.handler';
import { ApproveAgreementController } from './features/approve-agreement/approve-agreement.http.controller';
import { ApproveAgreementHandler } from './features/approve-agreement/approve-agreement.handler';
import { DraftAgreementController } from './features/draft-agreement/draft-agreement.http.controller';
import { DraftAgreementHandler } from './features/draft-agreement/draft-agreement.handler';
import { ImportAgreementController } from './features/import-agreement/import-agreement.http.controller';
import { ImportRegisterController } from './features/import-register/import-register.http.controller';
import { ProposeAgreementController } from './features/propose-agreement/propose-agreement.http.controller';
import { ProposeAgreementHandler } from './features/propose-agreement/propose-agreement.handler';
import { PutAgreementInForceController } from './features/put-agreement-in-force/put-agreement-in-force.http.controller';
import { PutAgreementInForceHandler } from './features/put-agreement-in-force/put-agreement-in-force.handler';
import { RegisterPartnershipController } from './features/register-partnership/register-partnership.http.controller';
import { RegisterSignatoriesController } from './features/register-signatories/register-signatories.http.controller';
import { ConfirmConsentNoticeHandler } from './features/confirm-consent-notice/confirm-consent-notice.handler';
import { SeeHolderNoticeController } from './features/see-holder-notice/see-holder-notice.http.controller';
import { ConfirmConsentNoticeController } from './features/confirm-consent-notice/confirm-consent-notice.http.controller';
import { DecideAgainHandler } from './features/decide-again/decide-again.handler';
import { DecideAgainController } from './features/decide-again/decide-again.http.controller';
import { KnownAgencies } from './register/known-agencies';
import { WrittenReason } from './governance/written-reason';
import { DecideConsentGroundHandler } from './features/decide-consent-ground/decide-consent-ground.handler';
import { DecideConsentGroundController } from './features/decide-consent-ground/decide-consent-ground.http.controller';
import { PreviewConsentHandler } from './features/preview-consent/preview-consent.handler';
import { PreviewConsentController } from './features/preview-consent/preview-consent.http.controller';
import { StateConsentHandler } from './features/state-consent/state-consent.handler';
import { RegisterSystemKeyHandler } from './features/register-system-key/register-system-key.handler';
import { RegisterSystemKeyController } from './features/register-system-key/register-system-key.http.controller';
import { RevokeSystemKeyController } from './features/revoke-system-key/revoke-system-key.http.controller';
import { StateConsentController } from './features/state-consent/state-consent.http.controller';
import { StopAgreementHandler } from './features/stop-agreement/stop-agreement.handler';
import { StopAgreementController } from './features/stop-agreement/stop-agreement.http.controller';
import { AgenciesController } from './queries/agencies/agencies.http.controller';
import { AgreementsController } from './queries/agreements/agreements.http.controller';
import { AskPreviewController } from './queries/ask-preview/ask-preview.http.controller';
import { HolderNoticesController } from './queries/holder-notices/holder-notices.http.controller';
import { ConsentNoticesController } from './queries/consent-notices/consent-notices.http.controller';
import { ConsentsController } from './queries/consents/consents.http.controller';
import { DetrimentAuthorsController } from './queries/detriment-authors/detriment-authors.http.controller';
import { EnvelopeRefusalsController } from './queries/envelope-refusals/envelope-refusals.http.controller';
import { ExportAgreementController } from './queries/export-agreement/export-agreement.http.controller';
import { BusyGuard } from './queries/public-agreements/busy-guard';
import { PublicAgreementsController } from './queries/public-agreements/public-agreements.http.controller';
import { ReleasedReviewsController } from './queries/released-reviews/released-reviews.http.controller';
import { ReviewsController } from './queries/reviews/reviews.http.controller';
import { SystemKeysController } from './queries/system-keys/system-keys.http.controller';
import { KnownAgenciesController } from './queries/known-agencies/known-agencies.http.controller';
import { NamedToReader } from './register/named-to-reader';
import { SharingDecisionsController } from './queries/sharing-decisions/sharing-decisions.http.controller';
import { CloseConsiderationWhenStrategyIsDiscussed } from './reactions/close-consideration-when-strategy-is-discussed.reaction';
import { CloseReceiptWhenNoticeIsReceived } from './reactions/close-receipt-when-notice-is-received.reaction';
import { CloseReviewOfProtectionWhenDecisionIsMade } from './reactions/close-review-of-protection-when-decision-is-made.reaction';
import { DecideAgainWhenAFactChanges } from './reactions/decide-again-when-a-fact-changes.reaction';
import { DecideAgainWhenConsentChanges } from './reactions/decide-again-when-consent-changes.reaction';
import { DecideLineWhenRequestIsProposed } from './reactions/decide-line-when-request-is-proposed.reaction';
import { RecordConsentWhenItIsStated } from './reactions/record-consent-when-it-is-stated.reaction';
import { ReopenEnquiriesWhenAnAgreementChanges } from './reactions/reopen-enquiries-when-an-agreement-changes.reaction';
import { AgencyRepository } from './register/agency.repository';
import { IdentityStatementRepository } from './recalls/identity-statement.repository';
import { ObligationKeeper } from './obligations/obligation-keeper';
import { TellingHoldRepository } from './obligations/telling-hold.repository';
import { ObligationRepository } from './obligations/obligation.repository';
import { DetrimentAuthorRepository } from './register/detriment-author.repository';
import { ConditionsRead } from './reviews/conditions-read';
import { ReviewReason } from './reviews/review-reason';
import { PartnershipRepository } from './register/partnership.repository';
import { RegisterKeeper } from './register/register-keeper';
import { SignatoryRepository } from './register/signatory.repository';
import { ReviewClocks } from './reviews/review-clocks';
import { ReviewRepository } from './reviews/review.repository';

const REACTIONS = [
  CloseConsiderationWhenStrategyIsDiscussed,
  CloseReceiptWhenNoticeIsReceived,
  CloseReviewOfProtectionWhenDecisionIsMade,
  DecideAgainWhenAFactChanges,
  DecideAgainWhenConsentChanges,
  DecideLineWhenRequestIsProposed,
  RecordConsentWhenItIsStated,
  ReopenEnquiriesWhenAnAgreementChanges,
];
const PAGES = [
  AgenciesController,
  KnownAgenciesController,
  AppointReleaserController,
  EndAppointmentController,
  ReleasersController,
  ConfirmOverrideController,
  JudgeOverrideController,
  OverridesController,
  ProposeOverrideController,
  AgreementsController,
  ApproveAgreementController,
  AskPreviewController,
  ConfirmConsentNoticeController,
  ConsentNoticesController,
  HolderNoticesController,
  SeeHolderNoticeController,
  AuthoriseDetrimentController,
  DetrimentAuthorsController,
  ConsentsController,
  DraftAgreementController,
  EnvelopeRefusalsController,
  ExportAgreementController,
  ImportAgreementController,
  ImportRegisterController,
  ProposeAgreementController,
  PublicAgreementsController,
  PutAgreementInForceController,
  RegisterPartnershipController,
  RegisterSignatoriesController,
  DecideAgainController,
  DecideConsentGroundController,
  PreviewConsentController,
  RegisterSystemKeyController,
  ReleasedReviewsController,
  ReviewsController,
  RevokeSystemKeyController,
  SharingDecisionsController,
  StateConsentController,
  StopAgreementController,
  SystemKeysController,
];
const PARTS = [
  AgencyRepository,
  AgreementChronicle,
  AgreementDesk,
  AgreementFileReader,
  { provide: FILE_THREAD, useFactory: fileThread },
  AgreementDraftRepository,
  AgreementReader,
  AgreementRepository,
  AgreementShelf,
  AgreementStepRepository,
  AgreementsInForce,
  AgreementsStopped,
  AppointmentRepository,
  AppointReleaserHandler,
  AuthoriseDetrimentHandler,
  ConsentRepository,
  DetrimentAuthorRepository,
  ApproveAgreementHandler,
  BusyGuard,
  CapabilityMaker,
  CapabilityRepository,
  CapabilitySeal,
  ConsentRepository,
  DraftAgreementHandler,
  ConfirmConsentNoticeHandler,
  ConsentAnnouncer,
  ConsentNoticeRepository,
  HolderNoticeRepository,
  ConsentNotices,
  ConsentWordsOpener,
  DecideAgainHandler,
  DecideConsentGroundHandler,
  WrittenReason,
  DecisionAnnouncer,
  EnquiryAccess,
  EnquiryFactsGatherer,
  IdentityStatementRepository,
  FactsOfProposal,
  ConfirmOverrideHandler,
  LineAgain,
  ObligationKeeper,
  ObligationRepository,
  RegisterSystemKeyHandler,
  TellingHoldRepository,
  OverrideDesk,
  OverrideEnforcer,
  OverrideRepository,
  KnownAgencies,
  NamedToReader,
  OverrideSeal,
  ProposeOverrideHandler,
  ReleaserRegister,
  ReviewDesk,
  ConditionsRead,
  ReviewReason,
  PartnershipRepository,
  ProposeAgreementHandler,
  PutAgreementInForceHandler,
  RegisterKeeper,
  FactsAsTheyStand,
  FreshFacts,
  HeardVersions,
  NothingNewer,
  OpenEnquiries,
  PartnershipFacts,
  Reopening,
  HoldersRepository,
  LinesAgain,
  PreviewConsentHandler,
  ReviewRepository,
  ReviewClocks,
  RulingSeal,
  SentText,
  RepeatedItems,
  AcceptedAnswers,
  AnswersGone,
  AskedLinesFinder,
  CheckedAnswerRepository,
  EnvelopeOpener,
  HolderStatementRepository,
  HolderStatements,
  SharingDecisionRepository,
  SharingDesk,
  WhatPeopleSaid,
  SignatoryRepository,
  StopAgreementHandler,
  StateConsentHandler,
];

/** What may be told to whom: the register, agreements, consent, decisions and the humans they wait for. Needs `KeyModule`. */
@Module({
  imports: [CaseAccessModule],
  controllers: [...REACTIONS, ...PAGES],
  providers: PARTS,
  exports: [...PARTS, CaseAccessModule],
})
export class SharingModule {}
