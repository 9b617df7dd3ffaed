import { AgreementChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { OpenEnquiries } from '../asking/open-enquiries';

/**
 * What changes nothing about what may be told: steps of drawing an agreement up, and a version that another takes the place of. That one was on its
 * way, or the other says in the same transaction that it is in force.
 */
const NO_NEWS: readonly AgreementChangedV1['data']['change'][] = ['draft', 'approved', 'superseded'];

/** An agreement put in force, in the place of another or not, or stopped: what is asked now may rest on it, in any enquiry of the partnership. */
@Controller()
export class ReopenEnquiriesWhenAnAgreementChanges {
  static readonly consumerId = 'sharing.reopen-enquiries-when-an-agreement-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly open: OpenEnquiries,
  ) {}

  @EventPattern(AgreementChangedV1.type)
  async handle(@Payload() { id, data, partnershipId }: AgreementChangedV1): Promise<void> {
    if (NO_NEWS.includes(data.change)) return;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, ReopenEnquiriesWhenAnAgreementChanges.consumerId, id))) return;
      const changedAt = new Date(data.changedAt);
      await this.open.overtaken(tx, partnershipId, { source: 'agreements', changedAt, actor: SYSTEM, causationId: id });
    });
  }
}
