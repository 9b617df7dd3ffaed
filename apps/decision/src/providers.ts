import type { Type } from '@nestjs/common';
import { EnquiryGate } from './access/enquiry-gate';
import { GlassGate } from './access/glass-gate';
import { BreakGlassHandler } from './features/break-glass/break-glass.handler';
import { BrokenGlassRepository } from './persistence/broken-glass.repository';
import { AccessAnnouncer } from './features/announce-access/access-announcer';
import { EarlierAccess } from './features/announce-access/earlier-access';
import { AnswerRouteHandler } from './features/answer-route/answer-route.handler';
import { ClaimEnquiryHandler } from './features/claim-enquiry/claim-enquiry.handler';
import { DecisionFlagger } from './features/flag-decision/decision-flagger';
import { AgencyLearner } from './features/learn-agencies/agency-learner';
import { DutyAgencies } from './features/learn-agencies/duty-agencies';
import { OpenNames } from './features/learn-agencies/open-names';
import { MakeDecisionHandler } from './features/make-decision/make-decision.handler';
import { RaiseDissentHandler } from './features/raise-dissent/raise-dissent.handler';
import { RateEnquiryHandler } from './features/rate-enquiry/rate-enquiry.handler';
import { ReceiveNoticeHandler } from './features/receive-notice/receive-notice.handler';
import { RouteCaseHandler } from './features/route-case/route-case.handler';
import { CaseSender } from './features/route-case/case-sender';
import { FeedbackAnnouncer } from './features/send-feedback/feedback-announcer';
import { SendFeedbackHandler } from './features/send-feedback/send-feedback.handler';
import { SetAccessHandler } from './features/set-access/set-access.handler';
import { StartProtectionHandler } from './features/start-protection/start-protection.handler';
import { TakeNextHandler } from './features/take-next/take-next.handler';
import { TakeStrategyStepHandler } from './features/take-strategy-step/take-strategy-step.handler';
import { StrategyRepository } from './persistence/strategy.repository';
import { BreachAnnouncer } from './features/watch-clocks/breach-announcer';
import { ClockWatcher } from './features/watch-clocks/clock-watcher';
import { AccessChangeRepository } from './persistence/access-change.repository';
import { AccessRepository } from './persistence/access.repository';
import { AskedRequestRepository } from './persistence/asked-request.repository';
import { ClockRepository } from './persistence/clock.repository';
import { DecisionRepository } from './persistence/decision.repository';
import { EnquiryRepository } from './persistence/enquiry.repository';
import { ErasedEnquiryRepository, PartEraser } from '@mash/erasure';
import { FeedbackRepository } from './persistence/feedback.repository';
import { LetterRepository } from './persistence/letter.repository';
import { ProtectionRepository } from './persistence/protection.repository';
import { RatingRepository } from './persistence/rating.repository';
import { RouteRepository } from './persistence/route.repository';
import { StaffRepository } from './persistence/staff.repository';
import { StandingKeeper } from './persistence/standing.keeper';
import { FindEnquiryView } from './queries/enquiry/find-enquiry-view';
import { FindInbox } from './queries/inbox/find-inbox';
import { FindQueue } from './queries/queue/find-queue';

/** Use cases, queries, repositories and watchers of this service. */
export const providers: Type[] = [
  EnquiryGate,
  GlassGate,
  BreakGlassHandler,
  BrokenGlassRepository,
  AccessAnnouncer,
  EarlierAccess,
  AnswerRouteHandler,
  ClaimEnquiryHandler,
  DecisionFlagger,
  AgencyLearner,
  DutyAgencies,
  OpenNames,
  MakeDecisionHandler,
  RaiseDissentHandler,
  RateEnquiryHandler,
  ReceiveNoticeHandler,
  RouteCaseHandler,
  FeedbackAnnouncer,
  CaseSender,
  SendFeedbackHandler,
  SetAccessHandler,
  StartProtectionHandler,
  TakeNextHandler,
  TakeStrategyStepHandler,
  BreachAnnouncer,
  ClockWatcher,
  AccessChangeRepository,
  AccessRepository,
  AskedRequestRepository,
  ClockRepository,
  DecisionRepository,
  EnquiryRepository,
  ErasedEnquiryRepository,
  PartEraser,
  FeedbackRepository,
  LetterRepository,
  ProtectionRepository,
  RatingRepository,
  RouteRepository,
  StaffRepository,
  StandingKeeper,
  StrategyRepository,
  FindEnquiryView,
  FindInbox,
  FindQueue,
];
