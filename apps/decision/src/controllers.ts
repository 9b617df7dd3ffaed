import type { Type } from '@nestjs/common';
import { AnswerRouteController } from './features/answer-route/answer-route.http.controller';
import { BreakGlassController } from './features/break-glass/break-glass.http.controller';
import { EndBrokenGlassController } from './features/end-broken-glass/end-broken-glass.http.controller';
import { ReviewBrokenGlassController } from './features/review-broken-glass/review-broken-glass.http.controller';
import { BrokenGlassController } from './queries/broken-glass/broken-glass.http.controller';
import { ClaimEnquiryController } from './features/claim-enquiry/claim-enquiry.http.controller';
import { IntroduceMyselfController } from './features/introduce-myself/introduce-myself.http.controller';
import { MakeDecisionController } from './features/make-decision/make-decision.http.controller';
import { RaiseDissentController } from './features/raise-dissent/raise-dissent.http.controller';
import { RateEnquiryController } from './features/rate-enquiry/rate-enquiry.http.controller';
import { ReceiveNoticeController } from './features/receive-notice/receive-notice.http.controller';
import { RouteCaseController } from './features/route-case/route-case.http.controller';
import { SendFeedbackController } from './features/send-feedback/send-feedback.http.controller';
import { SetAccessController } from './features/set-access/set-access.http.controller';
import { StartProtectionController } from './features/start-protection/start-protection.http.controller';
import { TakeNextController } from './features/take-next/take-next.http.controller';
import { TakeStrategyStepController } from './features/take-strategy-step/take-strategy-step.http.controller';
import { StrategyDiscussionsController } from './queries/strategy-discussions/strategy-discussions.http.controller';
import { AccessController } from './queries/access/access.http.controller';
import { StaffController } from './queries/staff/staff.http.controller';
import { EnquiryController } from './queries/enquiry/enquiry.http.controller';
import { FactsController } from './queries/facts/facts.http.controller';
import { InboxController } from './queries/inbox/inbox.http.controller';
import { NoticesController } from './queries/notices/notices.http.controller';
import { ProposeRatingController } from './queries/propose-rating/propose-rating.http.controller';
import { ProtectionRecipientsController } from './queries/protection-recipients/protection-recipients.http.controller';
import { QueueController } from './queries/queue/queue.http.controller';
import { LetLetterGoWhenSharingPermitsIt } from './reactions/let-letter-go-when-sharing-permits-it.reaction';
import { CountAnswerWhenAccepted } from './reactions/count-answer-when-accepted.reaction';
import { CountRequestWhenItIsIssued } from './reactions/count-request-when-it-is-issued.reaction';
import { EraseOurPartWhenEnquiryIsErased } from './reactions/erase-our-part-when-enquiry-is-erased.reaction';
import { FollowRosterWhenItChanges } from './reactions/follow-roster-when-it-changes.reaction';
import { MarkRequestLateWhenOverdue } from './reactions/mark-request-late-when-overdue.reaction';
import { MeetClockWhenReferrerIsAcknowledged } from './reactions/meet-clock-when-referrer-is-acknowledged.reaction';
import { OpenEnquiryWhenContactIsRecorded } from './reactions/open-enquiry-when-contact-is-recorded.reaction';
import { WithdrawNoticeWhenItIsRecalled } from './reactions/withdraw-notice-when-it-is-recalled.reaction';
import { SettleRequestWhenItIsRecalled } from './reactions/settle-request-when-it-is-recalled.reaction';

/** Everything that is asked over HTTP or heard from Kafka. */
export const controllers: Type[] = [
  AnswerRouteController,
  BreakGlassController,
  EndBrokenGlassController,
  ReviewBrokenGlassController,
  BrokenGlassController,
  ClaimEnquiryController,
  IntroduceMyselfController,
  MakeDecisionController,
  RaiseDissentController,
  RateEnquiryController,
  ReceiveNoticeController,
  RouteCaseController,
  SendFeedbackController,
  SetAccessController,
  StartProtectionController,
  TakeNextController,
  TakeStrategyStepController,
  AccessController,
  StaffController,
  EnquiryController,
  FactsController,
  InboxController,
  NoticesController,
  ProposeRatingController,
  ProtectionRecipientsController,
  QueueController,
  StrategyDiscussionsController,
  CountAnswerWhenAccepted,
  LetLetterGoWhenSharingPermitsIt,
  CountRequestWhenItIsIssued,
  EraseOurPartWhenEnquiryIsErased,
  FollowRosterWhenItChanges,
  MarkRequestLateWhenOverdue,
  MeetClockWhenReferrerIsAcknowledged,
  OpenEnquiryWhenContactIsRecorded,
  SettleRequestWhenItIsRecalled,
  WithdrawNoticeWhenItIsRecalled,
];
