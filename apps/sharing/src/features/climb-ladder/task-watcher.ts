import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LateAnnouncer } from '../announce-late-obligation/late-announcer';
import { LadderClimber } from './ladder-climber';

/** Injection token: how often the clocks of reviews and tasks are looked at, in milliseconds. */
export const CLOCK_POLL_MS = Symbol('CLOCK_POLL_MS');

/** Looks at the clocks of this service's own obligations again and again. Several instances may: each rung is taken by one of them. */
@Injectable()
export class TaskWatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = jsonLogger('sharing');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly ladder: LadderClimber,
    private readonly late: LateAnnouncer,
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
      await this.ladder.climbAll();
      await this.late.announceAll();
    } catch (error) {
      this.logger.error('clocks could not be looked at; tried again shortly', error);
    }
  }
}
