import { NoticeReceivedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ObligationRepository } from '../obligations/obligation.repository';

/** The recipient of immediate protection has confirmed a notice: of that one no receipt is owed any more. */
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
    const { enquiryId, noticeId, agencyId, receivedAt } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CloseReceiptWhenNoticeIsReceived.consumerId, id))) return;
      const done = { by: actor.id, at: new Date(receivedAt) };
      await this.obligations.receiptDone(tx, { enquiryId, noticeId, agencyId }, done);
    });
  }
}
