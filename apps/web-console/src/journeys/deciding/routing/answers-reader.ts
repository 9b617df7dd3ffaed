import type { EnquiryView, EnvelopeToOpen, ReleasedItem, SealedAnswer } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../../enquiry/shared';

const envelopesOf = ({ answerId, requestId, agencyId, envelopes }: SealedAnswer): EnvelopeToOpen[] =>
  envelopes.map(
    ({ envelopeId, personId, sealed }) =>
      ({
        ...{ typ: 'answer', version: 1 },
        ...{ envelopeId, answerId, requestId, agencyId, personId, sealed },
      }) as const,
  );

/** Opens the accepted answers of an enquiry through `sharing`, which writes the ledger first. */
@Injectable()
export class AnswersReader {
  constructor(
    private readonly requests: AgencyRequestsClient,
    private readonly release: ReaderRelease,
  ) {}

  /**
   * @returns what of all of them may be shown to this manager; undefined where they could not be opened now
   * @throws AuditIsDown
   */
  async read(asker: Asker, enquiry: EnquiryView): Promise<readonly ReleasedItem[] | undefined> {
    const answers = await this.requests.answersOf(asker, enquiry.enquiryId);
    const envelopes = answers.filter(({ state }) => state === 'accepted').flatMap(envelopesOf);
    return this.release.of(asker, enquiry, envelopes).catch((error: unknown) => {
      if (error instanceof ServiceProblem) return undefined;
      throw error;
    });
  }
}
