import { Clock, RepeatedLook } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { lastNightAt } from '../../domain/last-night-at';
import { RowCheckRepository } from '../../rows/row-check.repository';
import { CheckRowsHandler } from './check-rows.handler';

const POLL_MS = 10 * 60_000;

/** Every night after two o'clock in London, and as soon as may be where a night was missed or its check could not be finished. */
@Injectable()
export class RowCheckClock extends RepeatedLook {
  constructor(
    private readonly check: CheckRowsHandler,
    private readonly checks: RowCheckRepository,
    private readonly clock: Clock,
  ) {
    super(POLL_MS, { service: 'sharing', whenItFails: 'the nightly check of rows could not be made' });
  }

  protected async look(): Promise<void> {
    const newest = await this.checks.newestFinished();
    if (newest === undefined || newest.finishedAt < lastNightAt(this.clock.now())) await this.check.execute('nightly');
  }
}
