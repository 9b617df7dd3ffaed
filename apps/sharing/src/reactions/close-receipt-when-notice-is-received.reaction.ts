import { NoticeReceivedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ObligationRepository } from '../obligations/obligation.repository';

/** The recipient of immediate protection has confirmed its notice: nothing is owed to be acknowledged any more. */
@Controller()
export class CloseReceiptWhenNoticeIsReceived {
  static readonly consumerId = 'sharing.close-receipt-when-notice-is-received';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly obligations: ObligationRepository,
  ) {}

  @EventPattern(NoticeReceivedV1.type)
  async handle(@Payload() { id, data, actor }: NoticeReceivedV1): Promise<void> {
    const { enquiryId, agencyId, receivedAt } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CloseReceiptWhenNoticeIsReceived.consumerId, id))) return;
      const done = { by: actor.id, at: new Date(receivedAt) };
      await this.obligations.doneElsewhere(tx, { enquiryId, code: 'RECEIPT', agencyId }, done);
    });
  }
}
