import { RequestsPartErasedV1 } from './agency-requests/part-erased.v1';
import { IntakePartErasedV1 } from './contact-intake/part-erased.v1';
import { DecisionPartErasedV1 } from './decision/part-erased.v1';
import { EnquiryErasedV1 } from './sharing/enquiry-erased.v1';
import { AnswerReceivedV1 } from './agency-requests/answer-received.v1';
import { RequestIssuedV1 } from './agency-requests/request-issued.v1';
import { RequestOverdueV1 } from './agency-requests/request-overdue.v1';
import { RequestRecalledV1 } from './agency-requests/request-recalled.v1';
import { RequestProposedV1 } from './agency-requests/request-proposed.v1';
import { AuditRecordedV1 } from './audit/audit-recorded.v1';
import { ConsentStatedV1 } from './contact-intake/consent-stated.v1';
import { ContactRecordedV1 } from './contact-intake/contact-recorded.v1';
import { PersonFactsRecordedV1 } from './contact-intake/person-facts-recorded.v1';
import { ReferrerAcknowledgedV1 } from './contact-intake/referrer-acknowledged.v1';
import { RosterChangedV1 } from './contact-intake/roster-changed.v1';
import { CaseAnsweredV1 } from './decision/case-answered.v1';
import { CaseRoutedV1 } from './decision/case-routed.v1';
import { ClockBreachedV1 } from './decision/clock-breached.v1';
import { DecisionFlaggedV1 } from './decision/decision-flagged.v1';
import { DecisionMadeV1 } from './decision/decision-made.v1';
import { EnquiryAccessChangedV1 } from './decision/enquiry-access-changed.v1';
import { EnquiryOpenedV1 } from './decision/enquiry-opened.v1';
import { EnquiryRatedV1 } from './decision/enquiry-rated.v1';
import { FeedbackDueV1 } from './decision/feedback-due.v1';
import { GlassBrokenV1 } from './decision/glass-broken.v1';
import { LetterTakenBackV1 } from './decision/letter-taken-back.v1';
import { ProtectionStartedV1 } from './decision/protection-started.v1';
import { NoticeReceivedV1 } from './decision/notice-received.v1';
import { StrategyDiscussionChangedV1 } from './decision/strategy-discussion-changed.v1';
import { AgreementChangedV1 } from './sharing/agreement-changed.v1';
import { AnswerAcceptedV1 } from './sharing/answer-accepted.v1';
import { AnswerRejectedV1 } from './sharing/answer-rejected.v1';
import { BreachClockReachedV1 } from './sharing/breach-clock-reached.v1';
import { ConsentChangedV1 } from './sharing/consent-changed.v1';
import { DatePassedV1 } from './sharing/date-passed.v1';
import { DestructionLateV1 } from './sharing/destruction-late.v1';
import { DisclosedV1 } from './sharing/disclosed.v1';
import { FactsOvertakenV1 } from './sharing/facts-overtaken.v1';
import { IdentityStatedV1 } from './sharing/identity-stated.v1';
import { ObligationLateV1 } from './sharing/obligation-late.v1';
import { ProductSentV1 } from './sharing/product-sent.v1';
import { RecallClosedV1 } from './sharing/recall-closed.v1';
import { RecallOpenedV1 } from './sharing/recall-opened.v1';
import { ReviewOverriddenV1 } from './sharing/review-overridden.v1';
import { ReviewReachedLevelV1 } from './sharing/review-reached-level.v1';
import { SharingDecidedV1 } from './sharing/sharing-decided.v1';
import type { EventContract } from './core/define-event';

/** Every released event. A type that is not here does not exist. */
export const allContracts: readonly EventContract[] = [
  AnswerReceivedV1,
  RequestIssuedV1,
  RequestOverdueV1,
  RequestRecalledV1,
  RequestProposedV1,
  RequestsPartErasedV1,
  AuditRecordedV1,
  ConsentStatedV1,
  ContactRecordedV1,
  IntakePartErasedV1,
  PersonFactsRecordedV1,
  ReferrerAcknowledgedV1,
  RosterChangedV1,
  CaseAnsweredV1,
  CaseRoutedV1,
  ClockBreachedV1,
  DecisionFlaggedV1,
  DecisionMadeV1,
  DecisionPartErasedV1,
  EnquiryAccessChangedV1,
  EnquiryOpenedV1,
  EnquiryRatedV1,
  FeedbackDueV1,
  GlassBrokenV1,
  LetterTakenBackV1,
  ProtectionStartedV1,
  NoticeReceivedV1,
  StrategyDiscussionChangedV1,
  AgreementChangedV1,
  AnswerAcceptedV1,
  AnswerRejectedV1,
  BreachClockReachedV1,
  ConsentChangedV1,
  DatePassedV1,
  DestructionLateV1,
  DisclosedV1,
  EnquiryErasedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  ObligationLateV1,
  ProductSentV1,
  RecallClosedV1,
  RecallOpenedV1,
  ReviewOverriddenV1,
  ReviewReachedLevelV1,
  SharingDecidedV1,
];
