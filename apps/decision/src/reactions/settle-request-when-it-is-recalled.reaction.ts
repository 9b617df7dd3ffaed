import { RequestRecalledV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { waitUntilThere } from '../access/wait-until-there';
import { AskedRequestRepository } from '../persistence/asked-request.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Nobody is chased for what they may not answer any more. */
@Controller()
export class SettleRequestWhenItIsRecalled {
  static readonly consumerId = 'settle-request-when-it-is-recalled';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: AskedRequestRepository,
    private readonly standing: StandingKeeper,
  ) {}

  @EventPattern(RequestRecalledV1.type)
  async handle(@Payload() { id, data }: RequestRecalledV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, SettleRequestWhenItIsRecalled.consumerId, id))) return;
      const { enquiryId, requestId, owed, recalledAt } = data;
      if (owed) return;
      waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
      waitUntilThere(await this.requests.find(tx, requestId), 'REQUEST');
      await this.requests.markRecalled(tx, requestId, new Date(recalledAt));
      await this.standing.refresh(tx, enquiryId);
    });
  }
}
