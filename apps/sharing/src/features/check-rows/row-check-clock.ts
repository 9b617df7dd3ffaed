import { Clock, RepeatedLook } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { lastNightAt } from '../../domain/last-night-at';
import { KEY_SETTINGS, type KeySettings } from '../../keys/key-settings';
import { RowCheckRepository } from '../../rows/row-check.repository';
import { isSignedCheck } from '../../rows/signed-check';
import { CheckRowsHandler } from './check-rows.handler';

const POLL_MS = 10 * 60_000;

/** Every night after two o'clock in London, and as soon as may be where a night was missed or its check could not be finished. */
@Injectable()
export class RowCheckClock extends RepeatedLook {
  constructor(
    private readonly check: CheckRowsHandler,
    private readonly checks: RowCheckRepository,
    private readonly clock: Clock,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {
    super(POLL_MS, { service: 'sharing', whenItFails: 'the nightly check of rows could not be made' });
  }

  protected async look(): Promise<void> {
    if (!(await this.isMade())) await this.check.execute('nightly');
  }

  /** Whether this service has made it: a row that somebody else put there, or dated anew, leaves no night out. */
  private async isMade(): Promise<boolean> {
    const now = this.clock.now();
    for (const check of await this.checks.finishedSince(lastNightAt(now), now))
      if (await isSignedCheck(check, this.settings)) return true;
    return false;
  }
}
