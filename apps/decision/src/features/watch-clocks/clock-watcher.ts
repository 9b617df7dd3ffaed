import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EarlierAccess } from '../announce-access/earlier-access';
import { BreachAnnouncer } from './breach-announcer';

/** Injection token: how often clocks are looked at, in milliseconds. */
export const CLOCK_POLL_MS = Symbol('CLOCK_POLL_MS');

/** Looks at the clocks again and again. Several instances may: each clock is announced by one of them. */
@Injectable()
export class ClockWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = jsonLogger('decision');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly announcer: BreachAnnouncer,
    private readonly earlierAccess: EarlierAccess,
    @Inject(CLOCK_POLL_MS) private readonly everyMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.look());
    }, this.everyMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.earlierAccess.announceAll();
      await this.announcer.announceAll();
    } catch (error) {
      this.logger.error('clocks could not be looked at; tried again shortly', error);
    }
  }
}
