import { RecallOpenedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { waitUntilThere } from '../access/wait-until-there';
import { ClockRepository } from '../persistence/clock.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { ProtectionRepository } from '../persistence/protection.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Nobody owes a receipt of a notice that should not have come to them. Recalls of anything else are no matter of this service. */
@Controller()
export class WithdrawNoticeWhenItIsRecalled {
  static readonly consumerId = 'withdraw-notice-when-it-is-recalled';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly protections: ProtectionRepository,
    private readonly clocks: ClockRepository,
    private readonly standing: StandingKeeper,
  ) {}

  @EventPattern(RecallOpenedV1.type)
  async handle(@Payload() { id, data }: RecallOpenedV1): Promise<void> {
    const { enquiryId, withdrawnNoticeId: noticeId } = data;
    if (noticeId === undefined) return;
    const recalledAt = new Date(data.openedAt);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, WithdrawNoticeWhenItIsRecalled.consumerId, id))) return;
      waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
      await this.protections.recall(tx, noticeId, recalledAt);
      await this.clocks.meet(tx, enquiryId, 'protection-receipt', recalledAt, noticeId);
      await this.standing.refresh(tx, enquiryId);
    });
  }
}
