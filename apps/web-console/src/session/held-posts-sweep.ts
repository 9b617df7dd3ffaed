import { jsonLogger } from '@mash/telemetry';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HeldPosts } from './held-posts';

const EVERY_MS = 5 * 60_000;

/** What nobody came back for goes when its time is over, also where nothing is held after it. */
@Injectable()
export class HeldPostsSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = jsonLogger('web-console');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly heldPosts: HeldPosts) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.heldPosts.sweep().catch((error: unknown) => this.log.error('held forms not swept', error));
    }, EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
