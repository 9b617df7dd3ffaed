import {
  BrokenGlassList,
  EnquiryAccess,
  EnquiryView,
  GlassBroken,
  Inbox,
  InboxItem,
  Notice,
  Notices,
  ProtectionRecipients,
  Queue,
  RatingProposal,
  Staff,
  Taken,
  type AcceptCase,
  type BreakGlass,
  type IntroduceMyself,
  type SetAccess,
  type MakeDecision,
  type RaiseDissent,
  type RateEnquiry,
  type ReviewBrokenGlass,
  type BrokenGlassView,
  type StaffMember,
  type RatingFacts,
  type ReturnCase,
  type RouteCase,
  type SendFeedback,
  type StartProtection,
  StrategyDiscussions,
  type TakeStrategyStep,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'decision';
const id = encodeURIComponent;

export type QueueName = 'mine' | 'unclaimed' | 'with-agencies' | 'all';

/** `decision` as the pages use it; paths and shapes are in contracts `http/decision/`. */
@Injectable()
export class DecisionClient {
  constructor(private readonly http: ServiceHttp) {}

  /** The partnership's for those who oversee; for others their own that is open still. */
  async brokenGlass(asker: Asker): Promise<BrokenGlassView[]> {
    return (await this.http.get(asker, SERVICE, '/broken-glass', BrokenGlassList)).broken;
  }

  /** By its reference. @throws ServiceProblem 404, the same for one that is none and one that is closed to them for good */
  breakGlass(asker: Asker, body: BreakGlass): Promise<GlassBroken> {
    return this.http.post(asker, SERVICE, '/break-glass', body, GlassBroken);
  }

  endBrokenGlass(asker: Asker, glassId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/broken-glass/${id(glassId)}/end`, {}, NO_ANSWER);
  }

  reviewBrokenGlass(asker: Asker, glassId: string, body: ReviewBrokenGlass): Promise<void> {
    return this.http.post(asker, SERVICE, `/broken-glass/${id(glassId)}/review`, body, NO_ANSWER);
  }

  accessTo(asker: Asker, enquiryId: string): Promise<EnquiryAccess> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/access`, EnquiryAccess);
  }

  setAccess(asker: Asker, enquiryId: string, body: SetAccess): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/access`;
    return this.http.call(asker, SERVICE, { method: 'PUT', path, body, schema: NO_ANSWER });
  }

  /** So that colleagues can name whoever is signed in. */
  introduceMyself(asker: Asker, body: IntroduceMyself): Promise<void> {
    return this.http.call(asker, SERVICE, { method: 'PUT', path: '/staff/me', body, schema: NO_ANSWER });
  }

  async staff(asker: Asker): Promise<readonly StaffMember[]> {
    return (await this.http.get(asker, SERVICE, '/staff', Staff)).staff;
  }

  queue(asker: Asker, view: QueueName, page: number): Promise<Queue> {
    return this.http.get(asker, SERVICE, `/queue?view=${view}&page=${page}`, Queue);
  }

  /** Claims the top row; undefined where nothing waits. */
  takeNext(asker: Asker): Promise<Taken | undefined> {
    return this.http.post(asker, SERVICE, '/queue/take-next', {}, Taken.optional());
  }

  enquiry(asker: Asker, enquiryId: string): Promise<EnquiryView> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}`, EnquiryView);
  }

  enquiryByReference(asker: Asker, reference: string): Promise<EnquiryView> {
    return this.http.get(asker, SERVICE, `/enquiries/by-reference/${id(reference)}`, EnquiryView);
  }

  proposeRating(asker: Asker, enquiryId: string, facts: RatingFacts): Promise<RatingProposal> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/rating-proposal`, { facts }, RatingProposal);
  }

  rate(asker: Asker, enquiryId: string, body: RateEnquiry): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/ratings`, body, NO_ANSWER);
  }

  protectionRecipients(asker: Asker, enquiryId: string): Promise<ProtectionRecipients> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/protection-recipients`, ProtectionRecipients);
  }

  startProtection(asker: Asker, enquiryId: string, body: StartProtection): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/protection`, body, NO_ANSWER);
  }

  async notices(asker: Asker): Promise<Notice[]> {
    return (await this.http.get(asker, SERVICE, '/notices', Notices)).notices;
  }

  notice(asker: Asker, noticeId: string): Promise<Notice> {
    return this.http.get(asker, SERVICE, `/notices/${id(noticeId)}`, Notice);
  }

  receiveNotice(asker: Asker, noticeId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/notices/${id(noticeId)}/receipt`, {}, NO_ANSWER);
  }

  decide(asker: Asker, enquiryId: string, body: MakeDecision): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/decisions`, body, NO_ANSWER);
  }

  async strategyDiscussions(asker: Asker, enquiryId: string): Promise<StrategyDiscussions['discussions']> {
    const path = `/enquiries/${id(enquiryId)}/strategy-discussions`;
    return (await this.http.get(asker, SERVICE, path, StrategyDiscussions)).discussions;
  }

  takeStrategyStep(asker: Asker, enquiryId: string, discussionId: string, body: TakeStrategyStep): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/strategy-discussions/${id(discussionId)}/steps`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  dissent(asker: Asker, enquiryId: string, decisionId: string, body: RaiseDissent): Promise<void> {
    return this.http.post(
      asker,
      SERVICE,
      `/enquiries/${id(enquiryId)}/decisions/${id(decisionId)}/dissents`,
      body,
      NO_ANSWER,
    );
  }

  route(asker: Asker, enquiryId: string, body: RouteCase): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/routes`, body, NO_ANSWER);
  }

  sendFeedback(asker: Asker, enquiryId: string, body: SendFeedback): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/feedback`, body, NO_ANSWER);
  }

  inbox(asker: Asker): Promise<z.infer<typeof Inbox>> {
    return this.http.get(asker, SERVICE, '/inbox', Inbox);
  }

  inboxItem(asker: Asker, routeId: string): Promise<InboxItem> {
    return this.http.get(asker, SERVICE, `/inbox/${id(routeId)}`, InboxItem);
  }

  acceptCase(asker: Asker, routeId: string, body: AcceptCase): Promise<void> {
    return this.http.post(asker, SERVICE, `/inbox/${id(routeId)}/accept`, body, NO_ANSWER);
  }

  returnCase(asker: Asker, routeId: string, body: ReturnCase): Promise<void> {
    return this.http.post(asker, SERVICE, `/inbox/${id(routeId)}/return`, body, NO_ANSWER);
  }
}
