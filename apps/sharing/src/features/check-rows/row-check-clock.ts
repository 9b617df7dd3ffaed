import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RowCheckRepository } from '../../rows/row-check.repository';
import { lastNightAt } from '../../domain/last-night-at';
import { CheckRowsHandler } from './check-rows.handler';

const POLL_MS = 10 * 60_000;

/** Every night after two o'clock in London, and as soon as may be where a night was missed or its check could not be finished. */
@Injectable()
export class RowCheckClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = jsonLogger('sharing');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly check: CheckRowsHandler,
    private readonly checks: RowCheckRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.look());
    }, POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Public, so that it can be shown without waiting for a night. */
  async look(): Promise<void> {
    try {
      const newest = await this.checks.newestFinished();
      if (newest === undefined || newest.finishedAt < lastNightAt(this.clock.now()))
        await this.check.execute('nightly');
    } catch (error) {
      this.log.error('the nightly check of rows could not be made', error);
    }
  }
}
