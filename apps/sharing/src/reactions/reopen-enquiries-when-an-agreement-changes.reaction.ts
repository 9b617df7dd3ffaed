import { AgreementChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { OpenEnquiries } from '../asking/open-enquiries';

/** Steps of drawing an agreement up that change nothing about what may be told. */
const ON_PAPER: readonly AgreementChangedV1['data']['change'][] = ['draft', 'approved'];

/** An agreement in force, followed by another, or stopped: what is asked now may rest on it, in any enquiry of the partnership. */
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
    if (ON_PAPER.includes(data.change)) return;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, ReopenEnquiriesWhenAnAgreementChanges.consumerId, id))) return;
      const actor = { id: 'sharing', kind: 'system' } as const;
      const changedAt = new Date(data.changedAt);
      await this.open.overtaken(tx, partnershipId, { source: 'agreements', changedAt, actor, causationId: id });
    });
  }
}
