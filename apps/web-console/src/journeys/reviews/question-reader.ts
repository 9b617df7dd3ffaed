import { newId, type Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import { RequestContent } from '../asking/sealing/request-content';

/** Opens what a question would send, for whoever of the hub decides whether it may be asked. The look is in the ledger. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
  ) {}

  /** Undefined where the reader may not know whom it asks, it does not open, or a service is down: the page is answered without it. */
  async of(asker: Asker, { enquiryId, about, purpose }: Review): Promise<RequestContent | undefined> {
    if (about.kind !== 'request-line') return undefined;
    try {
      const { sealed, ...ids } = await this.agencyRequests.question(asker, enquiryId, about.id);
      const { items } = await this.sharing.release(asker, {
        ...{ releaseId: newId(), enquiryId, mode: 'content', purpose },
        envelopes: [{ typ: 'request', version: 1, ...ids, sealed }],
      });
      const [item] = items;
      return item?.visibility === 'shown' ? RequestContent.safeParse(item.content).data : undefined;
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return undefined;
      throw error;
    }
  }
}
