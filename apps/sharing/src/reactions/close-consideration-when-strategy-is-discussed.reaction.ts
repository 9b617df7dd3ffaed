import { StrategyDiscussionChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ObligationRepository } from '../obligations/obligation.repository';

/** A strategy discussion that was considered, whatever came of it, is what "consider a strategy discussion" asked for: of everybody in the enquiry. */
@Controller()
export class CloseConsiderationWhenStrategyIsDiscussed {
  static readonly consumerId = 'sharing.close-consideration-when-strategy-is-discussed';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly obligations: ObligationRepository,
  ) {}

  @EventPattern(StrategyDiscussionChangedV1.type)
  async handle(@Payload() { id, data, actor }: StrategyDiscussionChangedV1): Promise<void> {
    const { enquiryId, at } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CloseConsiderationWhenStrategyIsDiscussed.consumerId, id))) return;
      const done = { by: actor.id, at: new Date(at) };
      await this.obligations.doneElsewhere(tx, { enquiryId, code: 'STRATEGY_CONSIDERED' }, done);
    });
  }
}
