import type { RecallsWaiting } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { RecallsClient } from '../api-clients/recalls.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';

const DESTROY = 'Something that you were shown was recalled: destroy it and confirm';
const CONFIRM = 'You are asked whom something from your agency is about';

/** Whether this person was told to destroy something, or is asked whom something is about: said on every page until they have. */
@Injectable()
export class RecallBanner {
  private readonly waiting: AskedNowAndThen<RecallsWaiting>;

  constructor(recalls: RecallsClient, clock: Clock) {
    this.waiting = new AskedNowAndThen(clock, (request) => recalls.recallsWaiting(request));
  }

  /** @returns undefined where nothing waits, or nobody knows: the list itself says where it cannot be had */
  async of(request: ConsoleRequest): Promise<string | undefined> {
    if (request.person === undefined) return undefined;
    const { waiting = 0, doubted = 0 } = (await this.waiting.of(request)) ?? {};
    if (waiting > 0) return DESTROY;
    return doubted > 0 ? CONFIRM : undefined;
  }

  /** Something has just changed it: the next page asks again. */
  forget(request: ConsoleRequest): void {
    this.waiting.forget(request);
  }
}
