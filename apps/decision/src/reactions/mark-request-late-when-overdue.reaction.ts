import { RequestOverdueV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { waitUntilThere } from '../access/wait-until-there';
import { AskedRequestRepository } from '../persistence/asked-request.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Silence is shown, not hidden: the queue says which agencies are late. */
@Controller()
export class MarkRequestLateWhenOverdue {
  static readonly consumerId = 'mark-request-late-when-overdue';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: AskedRequestRepository,
    private readonly standing: StandingKeeper,
  ) {}

  @EventPattern(RequestOverdueV1.type)
  async handle(@Payload() { id, data }: RequestOverdueV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, MarkRequestLateWhenOverdue.consumerId, id))) return;
      const { enquiryId, requestId, noticedAt } = data;
      waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
      waitUntilThere(await this.requests.find(tx, requestId), 'REQUEST');
      await this.requests.markOverdue(tx, requestId, new Date(noticedAt));
      await this.standing.refresh(tx, enquiryId);
    });
  }
}
