import { DatePassedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import { settledUntil, sweepWindow, type SweepWindow } from '../../domain/passed-dates/sweep-window';
import { DateSweepRepository, type OfEnquiry } from './date-sweep.repository';
import { PassedDatesFinder } from './passed-dates-finder';

/**
 * Facts change on a day as well as by what somebody says: a child turns 16, an agreement ends, a law starts. Says so of each enquiry in which
 * something stands on one of them, once; its lines are then decided again as by any newer fact. How far it has looked is kept with what it said.
 */
@Injectable()
export class SweepPassedDatesHandler {
  constructor(
    private readonly sweeps: DateSweepRepository,
    private readonly finder: PassedDatesFinder,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns of how many enquiries something was said; undefined where it was too soon, this was the first look, or another instance was first
   * @throws PassingServiceFailure where `contact-intake` is down: the next look begins where this one did
   */
  async execute(): Promise<number | undefined> {
    const before = await this.sweeps.sweptUntil();
    const now = this.clock.now();
    if (before === undefined) return this.begin(now);
    const window = sweepWindow(before, now);
    if (window === undefined) return undefined;
    const found = await this.finder.find(window);
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.sweeps.take(tx, before, window.until))) return undefined;
      for (const enquiry of found) await this.say(tx, enquiry, window);
      return found.length;
    });
  }

  /** What had passed by the first look was known to whatever was decided. An upgraded database says itself from when on. */
  private async begin(now: Date): Promise<undefined> {
    await this.unitOfWork.run((tx) => this.sweeps.take(tx, undefined, settledUntil(now)));
  }

  private async say(tx: Tx, { enquiryId, partnershipId }: OfEnquiry, { until }: SweepWindow): Promise<void> {
    const data = { enquiryId, passedBy: until.toISOString() };
    await this.outbox.append(tx, DatePassedV1, data, { partnershipId, correlationId: enquiryId, actor: SYSTEM });
  }
}
