import { newId, type EnquiryView, type EnvelopeToOpen, type ReleasedItem } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { purposeOf } from './purpose-of';

/** Opens what lies sealed beside an enquiry for whoever reads a page of it: in one release, in the ledger first. */
@Injectable()
export class ReaderRelease {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what was sealed as far as it may be shown; undefined where `sharing` does not answer
   * @throws AuditIsDown; ServiceProblem where it is refused
   */
  async of(
    asker: Asker,
    enquiry: EnquiryView,
    envelopes: EnvelopeToOpen[],
  ): Promise<readonly ReleasedItem[] | undefined> {
    if (envelopes.length === 0) return [];
    const releaseId = newId(this.clock.now().getTime());
    const { enquiryId } = enquiry;
    const body = { releaseId, enquiryId, mode: 'content', purpose: purposeOf(enquiry), envelopes } as const;
    try {
      return (await this.sharing.release(asker, body)).items;
    } catch (error) {
      if (error instanceof ServiceDown) return undefined;
      throw error;
    }
  }
}
