import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { NoticeOverdueHandler } from './notice-overdue.handler';

export const OVERDUE_POLL_MS = Symbol('OVERDUE_POLL_MS');

/** Looks for overdue requests again and again. Two instances side by side take different rows. */
@Injectable()
export class OverdueWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = jsonLogger('agency-requests');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly handler: NoticeOverdueHandler,
    @Inject(OVERDUE_POLL_MS) private readonly pollMs: number,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.look());
    }, this.pollMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** A failed look is tried again at the next: the rows stay as they were. */
  private async look(): Promise<void> {
    try {
      await this.handler.execute();
    } catch (error) {
      this.log.error('could not look for overdue requests', error);
    }
  }
}
