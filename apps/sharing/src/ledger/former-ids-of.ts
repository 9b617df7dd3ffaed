import { FormerIds } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { Injectable } from '@nestjs/common';

/** An id that stood for a person in one enquiry. */
export type FormerId = FormerIds['formerIds'][number];

/**
 * Under which other ids lines about a person were written. A line is never changed: one of before somebody was matched has the id of then, and only
 * `contact-intake` knows whose it was.
 */
@Injectable()
export class FormerIdsOf {
  constructor(private readonly services: ServiceClient) {}

  /** @throws PassingServiceFailure (503) where `contact-intake` is down: a ledger that leaves lines out without a word is worse than none */
  async person(partnershipId: string, personId: string): Promise<FormerId[]> {
    const path = `/facts/people/${personId}/former-ids?partnershipId=${partnershipId}`;
    const its = { schema: FormerIds, scope: 'facts:read' };
    return (await this.services.get('contact-intake', path, its)).formerIds;
  }
}
