import { AnswerAcceptedV1, AnswerRejectedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { AnswerRepository } from '../persistence/answer.repository';
import { RequestRepository } from '../persistence/request.repository';

/** `sharing` opened the answer: it is what it says it is, or it is refused with a reason that the hub and the agency can see. */
@Controller()
export class SettleAnswerWhenItIsChecked {
  static readonly consumerId = 'agency-requests.settle-answer-when-it-is-checked';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly answers: AnswerRepository,
    private readonly requests: RequestRepository,
  ) {}

  @EventPattern(AnswerAcceptedV1.type)
  accepted(@Payload() event: AnswerAcceptedV1): Promise<void> {
    return this.settle(event.id, event.data.answerId, 'accepted');
  }

  @EventPattern(AnswerRejectedV1.type)
  rejected(@Payload() event: AnswerRejectedV1): Promise<void> {
    return this.settle(event.id, event.data.answerId, 'rejected', event.data.reasonCode);
  }

  private settle(eventId: string, answerId: string, state: 'accepted' | 'rejected', because?: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, SettleAnswerWhenItIsChecked.consumerId, eventId))) return;
      const settled = await this.answers.settle(tx, answerId, state, because);
      if (settled && state === 'rejected') await this.requests.reopen(tx, answerId);
    });
  }
}
