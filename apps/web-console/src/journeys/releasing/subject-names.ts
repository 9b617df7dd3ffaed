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
    const requests = await this.agencyRequests.worklist(asker);
    const asked = requests.find(
      (one) => one.enquiryId === enquiryId && one.lines.some((line) => line.personId === personId),
    );
    if (asked === undefined) return NOBODY;
    try {
      const detail = await this.agencyRequests.request(asker, asked.requestId);
      const people = await this.opener.open(asker, detail);
      return people.some((one) => one.personId === personId && one.content !== undefined)
        ? nameOfAsked(people, personId)
        : NOBODY;
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return NOBODY;
      throw error;
    }
  }
}
