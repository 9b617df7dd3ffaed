import { RepeatedLook } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SweepPassedDatesHandler } from './sweep-passed-dates.handler';

const POLL_MS = 60_000;

/** Whether it is time is read from the database: whoever restarts, and however many instances run, each date is seen once. */
@Injectable()
export class DateSweepClock extends RepeatedLook {
  constructor(private readonly sweep: SweepPassedDatesHandler) {
    super(POLL_MS, {
      service: 'sharing',
      whenItFails: 'dates that have passed could not be looked for; tried again shortly',
    });
  }

  protected async look(): Promise<void> {
    await this.sweep.execute();
  }
}
