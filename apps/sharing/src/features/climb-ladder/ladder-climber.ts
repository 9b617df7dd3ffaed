import { ReviewReachedLevelV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { ReviewDesk } from '../../reviews/review-desk';
import { ReviewStepRepository, type StepToTake } from '../../reviews/review-step.repository';
import { ReviewRepository } from '../../reviews/review.repository';

/** Tells the next people of each REVIEW that it has come to them: once for each rung, whoever restarts. One rung is one transaction. */
@Injectable()
export class LadderClimber {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: ReviewStepRepository,
    private readonly reviews: ReviewRepository,
    private readonly desk: ReviewDesk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many rungs were taken */
  async climbAll(): Promise<number> {
    let taken = 0;
    while (await this.unitOfWork.run((tx) => this.climbNext(tx))) taken += 1;
    return taken;
  }

  private async climbNext(tx: Tx): Promise<boolean> {
    const step = await this.steps.next(tx, this.clock.now());
    if (step === undefined) return false;
    const { route, told } = await this.whoIsTold(tx, step);
    await this.steps.add(tx, { ...step, route, told, toldAt: this.clock.now() });
    const { reviewId, enquiryId, level, reachedAt, partnershipId } = step;
    const data = { enquiryId, reviewId, level, route, toldAccounts: told, reachedAt: reachedAt.toISOString() };
    await this.outbox.append(tx, ReviewReachedLevelV1, data, {
      partnershipId,
      correlationId: enquiryId,
      actor: SYSTEM,
      occurredAt: this.clock.now(),
    });
    return true;
  }

  private async whoIsTold(tx: Tx, { reviewId, level, partnershipId }: StepToTake) {
    const review = await this.reviews.find(reviewId, tx);
    if (review === undefined) throw new Error('A rung of a review that is not there');
    const seating = await this.desk.seating(partnershipId);
    const seated = seating.answerers(review, level).accountIds;
    const overseers = level === 'hub_and_ig' ? seating.overseers() : [];
    return { route: seating.routeOf(review), told: [...new Set([...seated, ...overseers])] };
  }
}
