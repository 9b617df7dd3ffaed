import { jsonLogger } from '@mash/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/**
 * What a service looks at again and again while it runs. A look that failed is logged and left to the next; one that takes longer than the time
 * between two is not begun twice. When the service ends it is waited for before the database goes.
 */
@Injectable()
export abstract class RepeatedLook implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  /** @param its.whenItFails what the log says of a look that failed; nothing personal */
  constructor(
    private readonly everyMs: number,
    private readonly its: { readonly service: string; readonly whenItFails: string },
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.lookOnce().finally(() => {
        this.running = undefined;
      });
    }, this.everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once, now: as the timer does it. */
  async lookOnce(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      jsonLogger(this.its.service).error(this.its.whenItFails, error);
    }
  }

  protected abstract look(): Promise<void>;
}
