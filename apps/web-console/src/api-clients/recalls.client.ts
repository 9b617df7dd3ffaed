import {
  MyRecalls,
  RecallsOfEnquiry,
  SeenBy,
  type RecallAbout,
  RecallsWaiting,
  WrongSaid,
  type CloseRecall,
  type ConfirmDestruction,
  type SayWhatIsWrong,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'sharing';
const id = encodeURIComponent;

/** What is wrong with something that was told, and what becomes of it. `sharing` keeps it. */
@Injectable()
export class RecallsClient {
  constructor(private readonly http: ServiceHttp) {}

  /** Something is about the wrong person, or went to the wrong place; or it is right after all. */
  sayWhatIsWrong(asker: Asker, body: SayWhatIsWrong): Promise<WrongSaid> {
    return this.http.post(asker, SERVICE, '/identity-statements', body, WrongSaid);
  }

  /** Who saw it, by the ledger: whom a statement can name. Nobody where this person may not ask that. */
  async seenBy(asker: Asker, enquiryId: string, { kind, id: about }: RecallAbout): Promise<SeenBy> {
    const path = `/enquiries/${id(enquiryId)}/seen-by/${kind}/${id(about)}`;
    return this.http.get(asker, SERVICE, path, SeenBy);
  }

  recallsOf(asker: Asker, enquiryId: string): Promise<RecallsOfEnquiry> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/recalls`, RecallsOfEnquiry);
  }

  /** What this person is to destroy, and whom their agency is asked to confirm. */
  myRecalls(asker: Asker): Promise<MyRecalls> {
    return this.http.get(asker, SERVICE, '/recall-notices', MyRecalls);
  }

  recallsWaiting(asker: Asker): Promise<RecallsWaiting> {
    return this.http.get(asker, SERVICE, '/recall-notices/waiting', RecallsWaiting);
  }

  confirmDestruction(asker: Asker, noticeId: string, body: ConfirmDestruction): Promise<void> {
    return this.http.post(asker, SERVICE, `/recall-notices/${id(noticeId)}/confirm`, body, NO_ANSWER);
  }

  closeRecall(asker: Asker, recallId: string, body: CloseRecall): Promise<void> {
    return this.http.post(asker, SERVICE, `/recalls/${id(recallId)}/close`, body, NO_ANSWER);
  }
}
