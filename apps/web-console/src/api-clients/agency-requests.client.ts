import {
  AgencyRequests,
  AnswerReceipt,
  Draft,
  RequestDetail,
  ResearchPlan,
  SealedAnswers,
  SealedQuestion,
  type AgencyRequest,
  type GiveAnswer,
  type SaveDraft,
  type SealedAnswer,
  type SendRequests,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'agency-requests';
const id = encodeURIComponent;

/** `agency-requests` as the pages use it; paths and shapes are in contracts `http/agency-requests.http.ts`. */
@Injectable()
export class AgencyRequestsClient {
  constructor(private readonly http: ServiceHttp) {}

  plan(asker: Asker, enquiryId: string): Promise<ResearchPlan> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/plan`, ResearchPlan);
  }

  send(asker: Asker, enquiryId: string, body: SendRequests): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/requests`, body, NO_ANSWER);
  }

  /** Those that the asker may know of, and, without their names, how the others stand. */
  requestsOf(asker: Asker, enquiryId: string): Promise<AgencyRequests> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/requests`, AgencyRequests);
  }

  chase(asker: Asker, requestId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/requests/${id(requestId)}/chase`, {}, NO_ANSWER);
  }

  async answersOf(asker: Asker, enquiryId: string): Promise<SealedAnswer[]> {
    return (await this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/answers`, SealedAnswers)).answers;
  }

  /** What a line would send, sealed; for the hub. */
  question(asker: Asker, enquiryId: string, lineId: string): Promise<SealedQuestion> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/lines/${id(lineId)}/question`, SealedQuestion);
  }

  async worklist(asker: Asker): Promise<AgencyRequest[]> {
    return (await this.http.get(asker, SERVICE, '/worklist', AgencyRequests)).requests;
  }

  request(asker: Asker, requestId: string): Promise<RequestDetail> {
    return this.http.get(asker, SERVICE, `/requests/${id(requestId)}`, RequestDetail);
  }

  answer(asker: Asker, requestId: string, body: GiveAnswer): Promise<AnswerReceipt> {
    return this.http.post(asker, SERVICE, `/requests/${id(requestId)}/answers`, body, AnswerReceipt);
  }

  draft(asker: Asker, draftId: string): Promise<Draft> {
    return this.http.get(asker, SERVICE, `/drafts/${id(draftId)}`, Draft);
  }

  saveDraft(asker: Asker, draftId: string, body: SaveDraft): Promise<void> {
    return this.http.call(asker, SERVICE, { method: 'PUT', path: `/drafts/${id(draftId)}`, body, schema: NO_ANSWER });
  }

  deleteDraft(asker: Asker, draftId: string): Promise<void> {
    return this.http.call(asker, SERVICE, { method: 'DELETE', path: `/drafts/${id(draftId)}`, schema: NO_ANSWER });
  }
}
