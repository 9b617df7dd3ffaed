import { AuditTrailModule, PARTNERSHIP_OF_ENQUIRY, type PartnershipOfEnquiry } from '@mash/audit-client';
import { CaseAccessModule } from '@mash/case-access';
import { DraftsModule } from '@mash/drafts';
import { MessagingModule } from '@mash/messaging';
import { PersistenceModule } from '@mash/persistence';
import { Module, type DynamicModule } from '@nestjs/common';
import { NamedAgencies } from './access/named-agencies';
import { RequestAccess } from './access/request-access';
import { AgencyRegister } from './agencies/agency-register';
import { AnswerKeys } from './agencies/answer-keys';
import type { AgencyRequestsConfig } from './config';
import { ChaseAgencyHandler } from './features/chase-agency/chase-agency.handler';
import { ChaseAgencyController } from './features/chase-agency/chase-agency.http.controller';
import { GiveAnswerHandler } from './features/give-answer/give-answer.handler';
import { GiveAnswerController } from './features/give-answer/give-answer.http.controller';
import { NoticeOverdueHandler } from './features/notice-overdue/notice-overdue.handler';
import { OVERDUE_POLL_MS, OverdueWatch } from './features/notice-overdue/overdue-watch';
import { SendRequestsHandler } from './features/send-requests/send-requests.handler';
import { SendRequestsController } from './features/send-requests/send-requests.http.controller';
import { AnswerRepository } from './persistence/answer.repository';
import { EnquiryRepository } from './persistence/enquiry.repository';
import { ErasedEnquiryRepository, PartEraser } from '@mash/erasure';
import { RequestRepository } from './persistence/request.repository';
import { AnswerStateController } from './queries/answer-state/answer-state.http.controller';
import { SealedQuestionController } from './queries/sealed-question/sealed-question.http.controller';
import { EnquiryRequestsController } from './queries/enquiry-requests/enquiry-requests.http.controller';
import { RequestDetailController } from './queries/request-detail/request-detail.http.controller';
import { RequestViews } from './queries/request-views';
import { ResearchPlanController } from './queries/research-plan/research-plan.http.controller';
import { SealedAnswersController } from './queries/sealed-answers/sealed-answers.http.controller';
import { SharingFactsController } from './queries/sharing-facts/sharing-facts.http.controller';
import { WorklistController } from './queries/worklist/worklist.http.controller';
import { DrawPlanAnewWhenEnquiryIsRated } from './reactions/draw-plan-anew-when-enquiry-is-rated.reaction';
import { EraseOurPartWhenEnquiryIsErased } from './reactions/erase-our-part-when-enquiry-is-erased.reaction';
import { FollowRosterWhenItChanges } from './reactions/follow-roster-when-it-changes.reaction';
import { IssueLineWhenSharingIsDecided } from './reactions/issue-line-when-sharing-is-decided.reaction';
import { NoteDecisionWhenItIsMade } from './reactions/note-decision-when-it-is-made.reaction';
import { RememberEnquiryWhenItIsOpened } from './reactions/remember-enquiry-when-it-is-opened.reaction';
import { SettleAnswerWhenItIsChecked } from './reactions/settle-answer-when-it-is-checked.reaction';

export type AgencyRequestsModuleSettings = Pick<
  AgencyRequestsConfig,
  'databaseUrl' | 'kafka' | 'topicPrefix' | 'overduePollMs'
>;

const REACTIONS = [
  DrawPlanAnewWhenEnquiryIsRated,
  EraseOurPartWhenEnquiryIsErased,
  FollowRosterWhenItChanges,
  IssueLineWhenSharingIsDecided,
  NoteDecisionWhenItIsMade,
  RememberEnquiryWhenItIsOpened,
  SettleAnswerWhenItIsChecked,
];
const PAGES = [
  AnswerStateController,
  SealedQuestionController,
  ChaseAgencyController,
  EnquiryRequestsController,
  GiveAnswerController,
  RequestDetailController,
  ResearchPlanController,
  SealedAnswersController,
  SendRequestsController,
  SharingFactsController,
  WorklistController,
];

const partnershipOf =
  (enquiries: EnquiryRepository): PartnershipOfEnquiry =>
  async (enquiryId) =>
    (await enquiries.find(enquiryId))?.partnershipId;

@Module({})
export class AppModule {
  static with({ databaseUrl, kafka, topicPrefix, overduePollMs }: AgencyRequestsModuleSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forService({ url: databaseUrl, applicationName: 'mash-agency-requests' }),
        MessagingModule.forService({ service: 'agency-requests', ...kafka, topicPrefix }),
        AuditTrailModule.forService({ service: 'agency-requests' }),
        CaseAccessModule,
        DraftsModule.forKinds('answer', 'plan'),
      ],
      controllers: [...REACTIONS, ...PAGES],
      providers: [
        { provide: OVERDUE_POLL_MS, useValue: overduePollMs },
        { provide: PARTNERSHIP_OF_ENQUIRY, inject: [EnquiryRepository], useFactory: partnershipOf },
        ...[
          AgencyRegister,
          AnswerKeys,
          AnswerRepository,
          EnquiryRepository,
          NamedAgencies,
          ErasedEnquiryRepository,
          PartEraser,
          RequestAccess,
          RequestRepository,
          RequestViews,
        ],
        ...[ChaseAgencyHandler, GiveAnswerHandler, NoticeOverdueHandler, OverdueWatch, SendRequestsHandler],
      ],
    };
  }
}
