import { Module } from '@nestjs/common';
import { EnquiryAccess } from './access/enquiry-access';
import { AgreementChronicle } from './agreements/agreement-chronicle';
import { AgreementDesk } from './agreements/agreement-desk';
import { AgreementDraftRepository } from './agreements/agreement-draft.repository';
import { AgreementReader } from './agreements/agreement-reader';
import { AgreementShelf } from './agreements/agreement-shelf';
import { AgreementStepRepository } from './agreements/agreement-step.repository';
import { AgreementRepository } from './agreements/agreement.repository';
import { AgreementsInForce } from './agreements/agreements-in-force';
import { EnquiryFactsGatherer } from './asking/enquiry-facts';
import { FactsOfProposal } from './asking/facts-of-proposal';
import { SentText } from './asking/sent-text';
import { SharingDecisionRepository } from './asking/sharing-decision.repository';
import { SharingDesk } from './asking/sharing-desk';
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
import { ConsentRepository } from './consent/consent.repository';
import { AnswerReviewHandler } from './features/answer-review/answer-review.handler';
import { AnswerReviewController } from './features/answer-review/answer-review.http.controller';
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
import { StateConsentController } from './features/state-consent/state-consent.http.controller';
import { StopAgreementHandler } from './features/stop-agreement/stop-agreement.handler';
import { StopAgreementController } from './features/stop-agreement/stop-agreement.http.controller';
import { AgenciesController } from './queries/agencies/agencies.http.controller';
import { AgreementsController } from './queries/agreements/agreements.http.controller';
import { AskPreviewController } from './queries/ask-preview/ask-preview.http.controller';
import { ConsentsController } from './queries/consents/consents.http.controller';
import { ExportAgreementController } from './queries/export-agreement/export-agreement.http.controller';
import { BusyGuard } from './queries/public-agreements/busy-guard';
import { PublicAgreementsController } from './queries/public-agreements/public-agreements.http.controller';
import { ReleasedReviewsController } from './queries/released-reviews/released-reviews.http.controller';
import { ReviewsController } from './queries/reviews/reviews.http.controller';
import { SharingDecisionsController } from './queries/sharing-decisions/sharing-decisions.http.controller';
import { DecideLineWhenRequestIsProposed } from './reactions/decide-line-when-request-is-proposed.reaction';
import { RecordConsentWhenItIsStated } from './reactions/record-consent-when-it-is-stated.reaction';
import { AgencyRepository } from './register/agency.repository';
import { ObligationKeeper } from './obligations/obligation-keeper';
import { TellingHoldRepository } from './obligations/telling-hold.repository';
import { ObligationRepository } from './obligations/obligation.repository';
import { PartnershipRepository } from './register/partnership.repository';
import { RegisterKeeper } from './register/register-keeper';
import { SignatoryRepository } from './register/signatory.repository';
import { ReviewRepository } from './reviews/review.repository';

const PAGES = [
  AgenciesController,
  AppointReleaserController,
  EndAppointmentController,
  ReleasersController,
  ConfirmOverrideController,
  JudgeOverrideController,
  OverridesController,
  ProposeOverrideController,
  AgreementsController,
  AnswerReviewController,
  ApproveAgreementController,
  AskPreviewController,
  ConsentsController,
  DraftAgreementController,
  ExportAgreementController,
  ImportAgreementController,
  ImportRegisterController,
  ProposeAgreementController,
  PublicAgreementsController,
  PutAgreementInForceController,
  RegisterPartnershipController,
  RegisterSignatoriesController,
  ReleasedReviewsController,
  ReviewsController,
  SharingDecisionsController,
  StateConsentController,
  StopAgreementController,
];
const PARTS = [
  AgencyRepository,
  AgreementChronicle,
  AgreementDesk,
  AgreementDraftRepository,
  AgreementReader,
  AgreementRepository,
  AgreementShelf,
  AgreementStepRepository,
  AgreementsInForce,
  AppointmentRepository,
  AppointReleaserHandler,
  AnswerReviewHandler,
  ApproveAgreementHandler,
  BusyGuard,
  ConsentRepository,
  DraftAgreementHandler,
  EnquiryAccess,
  EnquiryFactsGatherer,
  FactsOfProposal,
  ConfirmOverrideHandler,
  LineAgain,
  ObligationKeeper,
  ObligationRepository,
  TellingHoldRepository,
  OverrideDesk,
  OverrideEnforcer,
  OverrideRepository,
  OverrideSeal,
  ProposeOverrideHandler,
  ReleaserRegister,
  ReviewDesk,
  PartnershipRepository,
  ProposeAgreementHandler,
  PutAgreementInForceHandler,
  RegisterKeeper,
  ReviewRepository,
  SentText,
  SharingDecisionRepository,
  SharingDesk,
  WhatPeopleSaid,
  SignatoryRepository,
  StopAgreementHandler,
];

/** What may be told to whom: the register, agreements, consent, decisions and the humans they wait for. Needs `KeyModule`. */
@Module({
  controllers: [DecideLineWhenRequestIsProposed, RecordConsentWhenItIsStated, ...PAGES],
  providers: PARTS,
  exports: PARTS,
})
export class SharingModule {}
