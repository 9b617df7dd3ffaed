import { Clock, RepeatedLook } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { lastNightAt } from '../../domain/last-night-at';
import { MadeChecks } from '../../rows/made-checks';
import { CheckRowsHandler } from './check-rows.handler';

const POLL_MS = 10 * 60_000;

/** Every night after two o'clock in London, and as soon as may be where a night was missed or its check could not be finished. */
@Injectable()
export class RowCheckClock extends RepeatedLook {
  constructor(
    private readonly check: CheckRowsHandler,
    private readonly made: MadeChecks,
    private readonly clock: Clock,
  ) {
    super(POLL_MS, { service: 'sharing', whenItFails: 'the nightly check of rows could not be made' });
  }

  /** A row that somebody else put there, or dated anew, leaves no night out. */
  protected async look(): Promise<void> {
    const lastNight = lastNightAt(this.clock.now());
    if ((await this.made.newestFinished(lastNight)) === undefined) await this.check.execute('nightly');
  }
}
