import { RequestIssuedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { waitUntilThere } from '../access/wait-until-there';
import { AskedRequestRepository } from '../persistence/asked-request.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Knows which agencies have been asked and by when each owes its answer. */
@Controller()
export class CountRequestWhenItIsIssued {
  static readonly consumerId = 'count-request-when-it-is-issued';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: AskedRequestRepository,
    private readonly standing: StandingKeeper,
  ) {}

  @EventPattern(RequestIssuedV1.type)
  async handle(@Payload() { id, data }: RequestIssuedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CountRequestWhenItIsIssued.consumerId, id))) return;
      const { enquiryId, requestId, agencyId, issuedAt, dueAt, mayBeNamed = false } = data;
      waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
      const times = { issuedAt: new Date(issuedAt), dueAt: new Date(dueAt) };
      await this.requests.count(tx, { requestId, enquiryId, agencyId, mayBeNamed, ...times });
      await this.standing.refresh(tx, enquiryId);
    });
  }
}
