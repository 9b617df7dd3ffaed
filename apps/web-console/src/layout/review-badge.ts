import { Injectable } from '@nestjs/common';
import { SharingClient } from '../api-clients/sharing.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';
import { navigationOf } from './role-pages';

/** How many reviews wait for this person's answer, for the badge in the navigation. */
@Injectable()
export class ReviewBadge {
  private readonly waiting: AskedNowAndThen<number>;

  constructor(sharing: SharingClient, clock: Clock) {
    this.waiting = new AskedNowAndThen(clock, async (request) => (await sharing.reviewsWaiting(request)).waiting);
  }

  /** @returns undefined where nobody knows: a badge that says nothing is better than one that says none */
  async of(request: ConsoleRequest): Promise<number | undefined> {
    const { person } = request;
    if (person === undefined || !navigationOf(person).some(({ href }) => href === '/reviews')) return undefined;
    return this.waiting.of(request);
  }
}
