import { EnquiryAccessChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CaseAccessRepository } from './case-access.repository';

/** Keeps who may see an enquiry. It waits for nothing: the enquiry itself may not have been heard of yet. */
@Controller()
export class LearnAccessWhenItChanges {
  static readonly consumerId = 'case-access.learn-access-when-it-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly access: CaseAccessRepository,
  ) {}

  @EventPattern(EnquiryAccessChangedV1.type)
  async handle(@Payload() { id, partnershipId, data }: EnquiryAccessChangedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, LearnAccessWhenItChanges.consumerId, id))) return;
      await this.access.learn(tx, partnershipId, data);
    });
  }
}
