import { RepeatedLook } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { HeldPosts } from './held-posts';

const EVERY_MS = 5 * 60_000;

/** What nobody came back for goes when its time is over, also where nothing is held after it. */
@Injectable()
export class HeldPostsSweep extends RepeatedLook {
  constructor(private readonly heldPosts: HeldPosts) {
    super(EVERY_MS, { service: 'web-console', whenItFails: 'held forms not swept' });
  }

  protected look(): Promise<void> {
    return this.heldPosts.sweep();
  }
}
