import type { EnquiryView, EnvelopeToOpen, ReleasedItem, SealedAnswer } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from '../../enquiry/shared';

/** Answers that were accepted, as they lie sealed, and what of them may be shown to this manager. */
export interface AnswersRead {
  readonly envelopes: readonly EnvelopeToOpen[];
  /** Undefined where they could not be opened now. */
  readonly items: readonly ReleasedItem[] | undefined;
}

const envelopesOf = ({ answerId, requestId, agencyId, envelopes }: SealedAnswer): EnvelopeToOpen[] =>
  envelopes.map(
    ({ envelopeId, personId, sealed }) =>
      ({
        ...{ typ: 'answer', version: 1 },
        ...{ envelopeId, answerId, requestId, agencyId, personId, sealed },
      }) as const,
  );

const MOST_ENVELOPES = 200;

/** Opens the accepted answers of an enquiry through `sharing`, which writes the ledger first. */
@Injectable()
export class AnswersReader {
  constructor(
    private readonly requests: AgencyRequestsClient,
    private readonly release: ReaderRelease,
  ) {}

  /** @throws AuditIsDown */
  async read(asker: Asker, enquiry: EnquiryView): Promise<AnswersRead> {
    const envelopes = await this.sealed(asker, enquiry.enquiryId);
    const items = await this.release.of(asker, enquiry, envelopes).catch((error: unknown) => {
      if (error instanceof ServiceProblem) return undefined;
      throw error;
    });
    return { envelopes, items };
  }

  private async sealed(asker: Asker, enquiryId: string): Promise<EnvelopeToOpen[]> {
    const answers = await this.requests.answersOf(asker, enquiryId);
    return answers
      .filter(({ state }) => state === 'accepted')
      .flatMap(envelopesOf)
      .slice(0, MOST_ENVELOPES);
  }
}
