import { DecisionMadeV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ObligationRepository } from '../obligations/obligation.repository';

/** Whoever decides has looked at what was told in immediate protection before: `decision` ends its clock of it by the same step. */
@Controller()
export class CloseReviewOfProtectionWhenDecisionIsMade {
  static readonly consumerId = 'sharing.close-review-of-protection-when-decision-is-made';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly obligations: ObligationRepository,
  ) {}

  @EventPattern(DecisionMadeV1.type)
  async handle(@Payload() { id, data }: DecisionMadeV1): Promise<void> {
    const { enquiryId, decidedBy, decidedAt } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CloseReviewOfProtectionWhenDecisionIsMade.consumerId, id))) return;
      const done = { by: decidedBy, at: new Date(decidedAt) };
      await this.obligations.doneElsewhere(tx, { enquiryId, code: 'NEXT_DAY_REVIEW' }, done);
    });
  }
}
