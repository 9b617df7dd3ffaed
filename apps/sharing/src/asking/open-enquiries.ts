import { FactsOvertakenV1, type EventActor } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { PartnershipFacts } from './partnership-facts';
import { SharingDecisionRepository } from './sharing-decision.repository';

/** Says of each enquiry in which somebody is asked, or a question waits, that something of the whole partnership has a newer version. */
@Injectable()
export class OpenEnquiries {
  constructor(
    private readonly decisions: SharingDecisionRepository,
    private readonly outbox: Outbox,
    private readonly partnership: PartnershipFacts,
  ) {}

  async overtaken(
    tx: Tx,
    partnershipId: string,
    its: { source: FactsOvertakenV1['data']['source']; changedAt: Date; actor: EventActor; causationId?: string },
  ): Promise<void> {
    const { source, actor, causationId } = its;
    const changedAt = its.changedAt.toISOString();
    await this.partnership.waitForDecisions(tx, partnershipId);
    for (const enquiryId of await this.decisions.enquiriesWithLines(tx, partnershipId)) {
      const data = { enquiryId, source, changedAt };
      const context = { partnershipId, correlationId: enquiryId, actor, ...(causationId && { causationId }) };
      await this.outbox.append(tx, FactsOvertakenV1, data, context);
    }
  }
}
