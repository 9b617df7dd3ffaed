import { newId, type EnquiryView, type EnvelopeToOpen, type ReleasedItem } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceDown } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { purposeOf } from './purpose-of';

/** The most envelopes that one release takes. */
const AT_ONCE = 200;

/** Opens what lies sealed beside an enquiry for whoever reads a page of it: in one release, or as many as it takes, in the ledger first. */
@Injectable()
export class ReaderRelease {
  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what was sealed as far as it may be shown; undefined where `sharing` does not answer, also where it stops answering on the way
   * @throws AuditIsDown; ServiceProblem where it is refused
   */
  async of(
    asker: Asker,
    enquiry: EnquiryView,
    envelopes: readonly EnvelopeToOpen[],
  ): Promise<readonly ReleasedItem[] | undefined> {
    const items: ReleasedItem[] = [];
    try {
      for (let from = 0; from < envelopes.length; from += AT_ONCE)
        items.push(...(await this.release(asker, enquiry, envelopes.slice(from, from + AT_ONCE))));
      return items;
    } catch (error) {
      if (error instanceof ServiceDown) return undefined;
      throw error;
    }
  }

  private async release(asker: Asker, enquiry: EnquiryView, envelopes: EnvelopeToOpen[]): Promise<ReleasedItem[]> {
    const releaseId = newId(this.clock.now().getTime());
    const its = { releaseId, enquiryId: enquiry.enquiryId, mode: 'content', purpose: purposeOf(enquiry) } as const;
    return (await this.sharing.release(asker, { ...its, envelopes })).items;
  }
}
