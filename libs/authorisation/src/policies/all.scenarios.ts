import { contactScenarios } from './contact/contact.scenarios';
import { draftScenarios } from './draft/draft.scenarios';
import { personScenarios } from './person/person.scenarios';
import { enquiryScenarios } from './enquiry/enquiry.scenarios';
import { agencyRequestScenarios } from './agency-request/agency-request.scenarios';
import { answerScenarios } from './answer/answer.scenarios';
import { obligationScenarios } from './obligation/obligation.scenarios';
import { overrideScenarios } from './override/override.scenarios';
import { releaserRegisterScenarios } from './releaser-register/releaser-register.scenarios';
import { agencyRegisterScenarios } from './agency-register/agency-register.scenarios';
import { agreementScenarios } from './agreement/agreement.scenarios';
import { sharingDecisionScenarios } from './sharing-decision/sharing-decision.scenarios';
import { reviewScenarios } from './review/review.scenarios';
import { releaseScenarios } from './release/release.scenarios';
import { disclosureScenarios } from './disclosure/disclosure.scenarios';
import { decisionScenarios } from './decision/decision.scenarios';
import { routeItemScenarios } from './route-item/route-item.scenarios';
import { feedbackScenarios } from './feedback/feedback.scenarios';
import { staffMemberScenarios } from './staff-member/staff-member.scenarios';
import { auditEntryScenarios } from './audit-entry/audit-entry.scenarios';
import { erasureScenarios } from './erasure/erasure.scenarios';
import { legalHoldScenarios } from './legal-hold/legal-hold.scenarios';
import { breachScenarios } from './breach/breach.scenarios';
import { recallNoticeScenarios } from './recall-notice/recall-notice.scenarios';
import { recallScenarios } from './recall/recall.scenarios';
import { holderStatementScenarios } from './holder-statement/holder-statement.scenarios';
import { brokenGlassScenarios } from './broken-glass/broken-glass.scenarios';
import { rowCheckScenarios } from './row-check/row-check.scenarios';
import { volumeAlarmScenarios } from './volume-alarm/volume-alarm.scenarios';
import { mailboxItemScenarios } from './mailbox-item/mailbox-item.scenarios';
import { consentGroundScenarios } from './consent-ground/consent-ground.scenarios';
import { holderNoticeScenarios } from './holder-notice/holder-notice.scenarios';
import { consentNoticeScenarios } from './consent-notice/consent-notice.scenarios';
import { systemKeyScenarios } from './system-key/system-key.scenarios';
import type { AllScenarios } from './shared/scenario.scenarios';

/** Every ability of the platform with its worked cases. */
export const ALL_SCENARIOS: AllScenarios = {
  Contact: contactScenarios,
  Draft: draftScenarios,
  Person: personScenarios,
  Enquiry: enquiryScenarios,
  AgencyRequest: agencyRequestScenarios,
  Answer: answerScenarios,
  AgencyRegister: agencyRegisterScenarios,
  Agreement: agreementScenarios,
  SharingDecision: sharingDecisionScenarios,
  Review: reviewScenarios,
  Override: overrideScenarios,
  Obligation: obligationScenarios,
  ReleaserRegister: releaserRegisterScenarios,
  Release: releaseScenarios,
  Disclosure: disclosureScenarios,
  Decision: decisionScenarios,
  RouteItem: routeItemScenarios,
  Feedback: feedbackScenarios,
  AuditEntry: auditEntryScenarios,
  StaffMember: staffMemberScenarios,
  HolderStatement: holderStatementScenarios,
  MailboxItem: mailboxItemScenarios,
  SystemKey: systemKeyScenarios,
  Erasure: erasureScenarios,
  LegalHold: legalHoldScenarios,
  Breach: breachScenarios,
  RecallNotice: recallNoticeScenarios,
  Recall: recallScenarios,
  ConsentGround: consentGroundScenarios,
  ConsentNotice: consentNoticeScenarios,
  RowCheck: rowCheckScenarios,
  HolderNotice: holderNoticeScenarios,
  VolumeAlarm: volumeAlarmScenarios,
  BrokenGlass: brokenGlassScenarios,
};
