import { newId, type EnquiryView, type EnvelopeToOpen, type ReleasedItem, type SealedAnswer } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { AgencyRequestsClient } from '../../../api-clients/agency-requests.client';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { purposeOf } from '../../enquiry/shared';

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
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @throws AuditIsDown */
  async read(asker: Asker, enquiry: EnquiryView): Promise<AnswersRead> {
    const envelopes = await this.sealed(asker, enquiry.enquiryId);
    if (envelopes.length === 0) return { envelopes, items: [] };
    try {
      const { items } = await this.sharing.release(asker, {
        releaseId: newId(this.clock.now().getTime()),
        enquiryId: enquiry.enquiryId,
        mode: 'content',
        purpose: purposeOf(enquiry),
        envelopes,
      });
      return { envelopes, items };
    } catch (error) {
      if (error instanceof ServiceProblem || error instanceof ServiceDown) return { envelopes, items: undefined };
      throw error;
    }
  }

  private async sealed(asker: Asker, enquiryId: string): Promise<EnvelopeToOpen[]> {
    const answers = await this.requests.answersOf(asker, enquiryId);
    return answers
      .filter(({ state }) => state === 'accepted')
      .flatMap(envelopesOf)
      .slice(0, MOST_ENVELOPES);
  }
}
