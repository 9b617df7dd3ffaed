import { DecisionFacts } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { conflict, ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { LegalHoldRepository } from '../legal-holds/legal-hold.repository';

/** What forbids an erasure, whoever asks for it. */
@Injectable()
export class ErasureGuard {
  constructor(
    private readonly holds: LegalHoldRepository,
    private readonly services: ServiceClient,
  ) {}

  /**
   * A child in an enquiry that is under way needs it: nothing is erased before the hub has closed it ("never do nothing").
   * @throws CodedError ERASURE.ENQUIRY_OPEN (409); PassingServiceFailure where `decision` does not answer
   */
  async refuseOpen(enquiryId: string): Promise<void> {
    if (!(await this.isClosed(enquiryId)))
      throw conflict('ERASURE.ENQUIRY_OPEN', 'The hub has not closed this enquiry. Nothing of it is erased before.');
  }

  async isClosed(enquiryId: string): Promise<boolean> {
    const path = `/facts/enquiries/${enquiryId}`;
    const facts = await this.services.get('decision', path, { schema: DecisionFacts, scope: 'facts:read' });
    return facts.closed === true;
  }

  /** @throws CodedError ERASURE.UNDER_LEGAL_HOLD (409), naming the holds */
  async refuseHeld(enquiryId: string, tx?: Tx): Promise<void> {
    const standing = await this.holds.standingOn(enquiryId, tx);
    if (standing.length === 0) return;
    throw conflict('ERASURE.UNDER_LEGAL_HOLD', `A legal hold stands on this enquiry: ${standing.join(', ')}.`);
  }
}
