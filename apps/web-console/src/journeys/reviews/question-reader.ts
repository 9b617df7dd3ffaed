import { newId, type Review } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import { RequestContent } from '../asking/sealing/request-content';
import { isHub } from '../enquiry/shared/is-hub';

/** Opens what a question would send, for whoever of the hub decides whether it may be asked. The look is in the ledger. */
@Injectable()
export class QuestionReader {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly sharing: SharingClient,
  ) {}

  /**
   * What reviews of one enquiry and purpose would send, each envelope once. Nothing of what the reader may not know whom it asks, does not open, or
   * lies with a service that is down: the page is answered without it, and nothing at all to whoever is not of the hub.
   */
  async of(asker: Asker, reviews: readonly [Review, ...Review[]]): Promise<RequestContent[]> {
    if (asker.person === undefined || !isHub(asker.person)) return [];
    const lines = reviews.filter(({ about }) => about.kind === 'request-line');
    const found = await Promise.all(
      lines.map(({ enquiryId, about }) => this.agencyRequests.question(asker, enquiryId, about.id).catch(noneOf)),
    );
    const questions = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.envelopeId, one] as const])));
    if (questions.size === 0) return [];
    const [{ enquiryId, purpose }] = reviews;
    const envelopes = [...questions.values()].map((one) => ({ typ: 'request' as const, version: 1, ...one }));
    const call = { releaseId: newId(), enquiryId, mode: 'content', purpose, envelopes } as const;
    const released = await this.sharing.release(asker, call).catch(noneOf);
    const shown = released?.items.filter(({ visibility }) => visibility === 'shown') ?? [];
    return shown.flatMap(({ content }) => RequestContent.safeParse(content).data ?? []);
  }
}

function noneOf(error: unknown): undefined {
  if (error instanceof ServiceProblem || error instanceof ServiceDown) return undefined;
  throw error;
}
