import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../api-clients/agency-requests.client';
import { ServiceDown, ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { nameOfAsked } from '../answering/asked/asked-person';
import { RequestOpener } from '../answering/asked/request-opener';

const NOBODY = 'a person on this enquiry';

/** Whom an item is about, as the hub named them when it asked this agency. Opening the request is a look of its own, in the ledger. */
@Injectable()
export class SubjectNames {
  constructor(
    private readonly agencyRequests: AgencyRequestsClient,
    private readonly opener: RequestOpener,
  ) {}

  async of(asker: Asker, { enquiryId, personId }: { enquiryId: string; personId: string }): Promise<string> {
    return (await this.all(asker, enquiryId, [personId])).get(personId) ?? NOBODY;
  }

  /** Each request of the enquiry is opened once, until everybody has a name. Whom the hub did not name reads as nobody in particular. */
  async all(asker: Asker, enquiryId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    const isMissing = (personId: string): boolean => personIds.includes(personId) && !names.has(personId);
    const requests = (await this.agencyRequests.worklist(asker)).filter((one) => one.enquiryId === enquiryId);
    for (const { requestId, lines } of requests) {
      if (!lines.some(({ personId }) => isMissing(personId))) continue;
      for (const [personId, name] of await this.named(asker, requestId))
        if (isMissing(personId)) names.set(personId, name);
    }
    return new Map(personIds.map((personId) => [personId, names.get(personId) ?? NOBODY]));
  }

  private async named(asker: Asker, requestId: string): Promise<[string, string][]> {
    try {
      const people = await this.opener.open(asker, await this.agencyRequests.request(asker, requestId));
      const known = people.filter(({ content }) => content !== undefined);
      return known.map(({ personId }) => [personId, nameOfAsked(people, personId)]);
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return [];
      throw error;
    }
  }
}
