import type { z } from 'zod';
import type { Actor } from '../actor/actor';
import { ContactSubject, contactPolicy } from '../policies/contact/contact.policy';
import type { ContactAction } from '../policies/contact/contact.policy';
import { DraftSubject, draftPolicy } from '../policies/draft/draft.policy';
import type { DraftAction } from '../policies/draft/draft.policy';
import { PersonSubject, personPolicy } from '../policies/person/person.policy';
import type { PersonAction } from '../policies/person/person.policy';
import { EnquirySubject, enquiryPolicy } from '../policies/enquiry/enquiry.policy';
import type { EnquiryAction } from '../policies/enquiry/enquiry.policy';
import { AgencyRequestSubject, agencyRequestPolicy } from '../policies/agency-request/agency-request.policy';
import type { AgencyRequestAction } from '../policies/agency-request/agency-request.policy';
import { AnswerSubject, answerPolicy } from '../policies/answer/answer.policy';
import type { AnswerAction } from '../policies/answer/answer.policy';
import { AgencyRegisterSubject, agencyRegisterPolicy } from '../policies/agency-register/agency-register.policy';
import type { AgencyRegisterAction } from '../policies/agency-register/agency-register.policy';
import { AgreementSubject, agreementPolicy } from '../policies/agreement/agreement.policy';
import type { AgreementAction } from '../policies/agreement/agreement.policy';
import { SharingDecisionSubject, sharingDecisionPolicy } from '../policies/sharing-decision/sharing-decision.policy';
import type { SharingDecisionAction } from '../policies/sharing-decision/sharing-decision.policy';
import { ReviewSubject, reviewPolicy } from '../policies/review/review.policy';
import type { ReviewAction } from '../policies/review/review.policy';
import { OverrideSubject, overridePolicy } from '../policies/override/override.policy';
import type { OverrideAction } from '../policies/override/override.policy';
import { ObligationSubject, obligationPolicy } from '../policies/obligation/obligation.policy';
import type { ObligationAction } from '../policies/obligation/obligation.policy';
import {
  ReleaserRegisterSubject,
  releaserRegisterPolicy,
} from '../policies/releaser-register/releaser-register.policy';
import type { ReleaserRegisterAction } from '../policies/releaser-register/releaser-register.policy';
import { ReleaseSubject, releasePolicy } from '../policies/release/release.policy';
import type { ReleaseAction } from '../policies/release/release.policy';
import { DisclosureSubject, disclosurePolicy } from '../policies/disclosure/disclosure.policy';
import type { DisclosureAction } from '../policies/disclosure/disclosure.policy';
import { DecisionSubject, decisionPolicy } from '../policies/decision/decision.policy';
import type { DecisionAction } from '../policies/decision/decision.policy';
import { RouteItemSubject, routeItemPolicy } from '../policies/route-item/route-item.policy';
import type { RouteItemAction } from '../policies/route-item/route-item.policy';
import { FeedbackSubject, feedbackPolicy } from '../policies/feedback/feedback.policy';
import type { FeedbackAction } from '../policies/feedback/feedback.policy';
import { StaffMemberSubject, staffMemberPolicy } from '../policies/staff-member/staff-member.policy';
import type { StaffMemberAction } from '../policies/staff-member/staff-member.policy';
import { AuditEntrySubject, auditEntryPolicy } from '../policies/audit-entry/audit-entry.policy';
import type { AuditEntryAction } from '../policies/audit-entry/audit-entry.policy';
import { ErasureSubject, erasurePolicy } from '../policies/erasure/erasure.policy';
import type { ErasureAction } from '../policies/erasure/erasure.policy';
import { RowCheckSubject, rowCheckPolicy } from '../policies/row-check/row-check.policy';
import type { RowCheckAction } from '../policies/row-check/row-check.policy';
import { VolumeAlarmSubject, volumeAlarmPolicy } from '../policies/volume-alarm/volume-alarm.policy';
import type { VolumeAlarmAction } from '../policies/volume-alarm/volume-alarm.policy';
import { LegalHoldSubject, legalHoldPolicy } from '../policies/legal-hold/legal-hold.policy';
import type { LegalHoldAction } from '../policies/legal-hold/legal-hold.policy';
import { BreachSubject, breachPolicy } from '../policies/breach/breach.policy';
import type { BreachAction } from '../policies/breach/breach.policy';
import { RecallNoticeSubject, recallNoticePolicy } from '../policies/recall-notice/recall-notice.policy';
import type { RecallNoticeAction } from '../policies/recall-notice/recall-notice.policy';
import { RecallSubject, recallPolicy } from '../policies/recall/recall.policy';
import type { RecallAction } from '../policies/recall/recall.policy';
import { HolderStatementSubject, holderStatementPolicy } from '../policies/holder-statement/holder-statement.policy';
import type { HolderStatementAction } from '../policies/holder-statement/holder-statement.policy';
import { MailboxItemSubject, mailboxItemPolicy } from '../policies/mailbox-item/mailbox-item.policy';
import type { MailboxItemAction } from '../policies/mailbox-item/mailbox-item.policy';
import { ConsentGroundSubject, consentGroundPolicy } from '../policies/consent-ground/consent-ground.policy';
import type { ConsentGroundAction } from '../policies/consent-ground/consent-ground.policy';
import { HolderNoticeSubject, holderNoticePolicy } from '../policies/holder-notice/holder-notice.policy';
import type { HolderNoticeAction } from '../policies/holder-notice/holder-notice.policy';
import { ConsentNoticeSubject, consentNoticePolicy } from '../policies/consent-notice/consent-notice.policy';
import type { ConsentNoticeAction } from '../policies/consent-notice/consent-notice.policy';
import { BrokenGlassSubject, brokenGlassPolicy } from '../policies/broken-glass/broken-glass.policy';
import type { BrokenGlassAction } from '../policies/broken-glass/broken-glass.policy';
import { SystemKeySubject, systemKeyPolicy } from '../policies/system-key/system-key.policy';
import type { SystemKeyAction } from '../policies/system-key/system-key.policy';
import type { Policy } from './condition';

/** Every subject with its actions: the only ones there are, so that a misspelt one does not compile. */
export interface Actions {
  Contact: ContactAction;
  Draft: DraftAction;
  Person: PersonAction;
  Enquiry: EnquiryAction;
  AgencyRequest: AgencyRequestAction;
  Answer: AnswerAction;
  AgencyRegister: AgencyRegisterAction;
  Agreement: AgreementAction;
  SharingDecision: SharingDecisionAction;
  Review: ReviewAction;
  Override: OverrideAction;
  Obligation: ObligationAction;
  ReleaserRegister: ReleaserRegisterAction;
  Release: ReleaseAction;
  Disclosure: DisclosureAction;
  Decision: DecisionAction;
  RouteItem: RouteItemAction;
  Feedback: FeedbackAction;
  AuditEntry: AuditEntryAction;
  HolderStatement: HolderStatementAction;
  MailboxItem: MailboxItemAction;
  SystemKey: SystemKeyAction;
  Erasure: ErasureAction;
  LegalHold: LegalHoldAction;
  Breach: BreachAction;
  RecallNotice: RecallNoticeAction;
  Recall: RecallAction;
  ConsentGround: ConsentGroundAction;
  ConsentNotice: ConsentNoticeAction;
  RowCheck: RowCheckAction;
  HolderNotice: HolderNoticeAction;
  VolumeAlarm: VolumeAlarmAction;
  BrokenGlass: BrokenGlassAction;
  StaffMember: StaffMemberAction;
}

export type SubjectKind = keyof Actions;
export type ActionOn<Kind extends SubjectKind> = Actions[Kind];

/** The attributes that each subject's rules read. */
export const SUBJECTS = {
  Contact: ContactSubject,
  Draft: DraftSubject,
  Person: PersonSubject,
  Enquiry: EnquirySubject,
  AgencyRequest: AgencyRequestSubject,
  Answer: AnswerSubject,
  AgencyRegister: AgencyRegisterSubject,
  Agreement: AgreementSubject,
  SharingDecision: SharingDecisionSubject,
  Review: ReviewSubject,
  Override: OverrideSubject,
  Obligation: ObligationSubject,
  ReleaserRegister: ReleaserRegisterSubject,
  Release: ReleaseSubject,
  Disclosure: DisclosureSubject,
  Decision: DecisionSubject,
  RouteItem: RouteItemSubject,
  Feedback: FeedbackSubject,
  AuditEntry: AuditEntrySubject,
  HolderStatement: HolderStatementSubject,
  MailboxItem: MailboxItemSubject,
  SystemKey: SystemKeySubject,
  Erasure: ErasureSubject,
  LegalHold: LegalHoldSubject,
  Breach: BreachSubject,
  RecallNotice: RecallNoticeSubject,
  Recall: RecallSubject,
  ConsentGround: ConsentGroundSubject,
  ConsentNotice: ConsentNoticeSubject,
  RowCheck: RowCheckSubject,
  HolderNotice: HolderNoticeSubject,
  VolumeAlarm: VolumeAlarmSubject,
  BrokenGlass: BrokenGlassSubject,
  StaffMember: StaffMemberSubject,
};

export type Subject<Kind extends SubjectKind = SubjectKind> = { [K in Kind]: z.infer<(typeof SUBJECTS)[K]> }[Kind];

/** Action and subject in one, such as `rate Enquiry`. */
export type Ability = { [Kind in SubjectKind]: `${ActionOn<Kind>} ${Kind}` }[SubjectKind];

/** The rules of every subject. */
export const POLICIES: { [Kind in SubjectKind]: Policy<Actor, ActionOn<Kind>, Subject<Kind>> } = {
  Contact: contactPolicy,
  Draft: draftPolicy,
  Person: personPolicy,
  Enquiry: enquiryPolicy,
  AgencyRequest: agencyRequestPolicy,
  Answer: answerPolicy,
  AgencyRegister: agencyRegisterPolicy,
  Agreement: agreementPolicy,
  SharingDecision: sharingDecisionPolicy,
  Review: reviewPolicy,
  Override: overridePolicy,
  Obligation: obligationPolicy,
  ReleaserRegister: releaserRegisterPolicy,
  Release: releasePolicy,
  Disclosure: disclosurePolicy,
  Decision: decisionPolicy,
  RouteItem: routeItemPolicy,
  Feedback: feedbackPolicy,
  AuditEntry: auditEntryPolicy,
  HolderStatement: holderStatementPolicy,
  MailboxItem: mailboxItemPolicy,
  SystemKey: systemKeyPolicy,
  Erasure: erasurePolicy,
  LegalHold: legalHoldPolicy,
  Breach: breachPolicy,
  RecallNotice: recallNoticePolicy,
  Recall: recallPolicy,
  ConsentGround: consentGroundPolicy,
  ConsentNotice: consentNoticePolicy,
  RowCheck: rowCheckPolicy,
  HolderNotice: holderNoticePolicy,
  VolumeAlarm: volumeAlarmPolicy,
  BrokenGlass: brokenGlassPolicy,
  StaffMember: staffMemberPolicy,
};
