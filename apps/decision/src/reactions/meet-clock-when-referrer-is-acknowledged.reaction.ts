import { ReferrerAcknowledgedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { waitUntilThere } from '../access/wait-until-there';
import { ClockRepository } from '../persistence/clock.repository';
import { DecisionRepository } from '../persistence/decision.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { FeedbackRepository } from '../persistence/feedback.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** The referrer has a receipt, or has heard the outcome, or telling them is a named task now: the hub's clock for it is met. */
@Controller()
export class MeetClockWhenReferrerIsAcknowledged {
  static readonly consumerId = 'meet-clock-when-referrer-is-acknowledged';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly clocks: ClockRepository,
    private readonly decisions: DecisionRepository,
    private readonly feedback: FeedbackRepository,
    private readonly standing: StandingKeeper,
  ) {}

  @EventPattern(ReferrerAcknowledgedV1.type)
  async handle(@Payload() event: ReferrerAcknowledgedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.inbox.claim(tx, MeetClockWhenReferrerIsAcknowledged.consumerId, event.id))
        await this.meet(tx, event);
    });
  }

  private async meet(tx: Tx, { data }: ReferrerAcknowledgedV1): Promise<void> {
    const { enquiryId, feedbackId } = data;
    const at = new Date(data.at);
    waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
    if (feedbackId === undefined) await this.clocks.meet(tx, enquiryId, 'acknowledge', at);
    else await this.told(tx, { ...data, feedbackId }, at);
    await this.standing.refresh(tx, enquiryId);
  }

  /** Feedback on an earlier decision was told; the clock runs for the newest. */
  private async told(
    tx: Tx,
    { enquiryId, feedbackId, method }: ReferrerAcknowledgedV1['data'] & { readonly feedbackId: string },
    at: Date,
  ): Promise<void> {
    await this.feedback.acknowledge(tx, feedbackId, at, method);
    const newest = await this.decisions.newest(tx, enquiryId);
    const told = (await this.feedback.of(enquiryId, tx)).find((one) => one.feedbackId === feedbackId);
    if (told !== undefined && told.decisionId === newest?.decisionId)
      await this.clocks.meet(tx, enquiryId, 'feedback', at);
  }
}
