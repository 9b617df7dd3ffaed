import { AnswerAcceptedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { byThisService } from '../access/by-this-service';
import { waitUntilThere } from '../access/wait-until-there';
import { DecisionFlagger } from '../features/flag-decision/decision-flagger';
import { AskedRequestRepository } from '../persistence/asked-request.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/** Counts an answer that `sharing` has checked. One that comes after the decision flags it: a manager looks again. */
@Controller()
export class CountAnswerWhenAccepted {
  static readonly consumerId = 'count-answer-when-accepted';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: AskedRequestRepository,
    private readonly standing: StandingKeeper,
    private readonly flagger: DecisionFlagger,
  ) {}

  @EventPattern(AnswerAcceptedV1.type)
  async handle(@Payload() event: AnswerAcceptedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.inbox.claim(tx, CountAnswerWhenAccepted.consumerId, event.id)) await this.count(tx, event);
    });
  }

  private async count(tx: Tx, { id, data }: AnswerAcceptedV1): Promise<void> {
    const { enquiryId, requestId, answerId, complete } = data;
    const enquiry = waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
    waitUntilThere(await this.requests.find(tx, requestId), 'REQUEST');
    const at = new Date(data.acceptedAt);
    const receivedAt = data.receivedAt === undefined ? undefined : new Date(data.receivedAt);
    if (complete) await this.requests.markAnswered(tx, requestId, at, receivedAt);
    if (enquiry.decisionVersion === 0) return this.standing.refresh(tx, enquiryId);
    await this.flagger.flag(
      tx,
      enquiry,
      { because: 'late_answer', causeId: answerId, at },
      byThisService(enquiry, at, id),
    );
  }
}
