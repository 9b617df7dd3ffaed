import { Injectable } from '@nestjs/common';
import { DecisionClient } from '../api-clients/decision.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { AskedNowAndThen } from './asked-now-and-then';

const ONCE_A_DAY_MS = 24 * 60 * 60_000;

/** Tells `decision` who is signed in, once a session, so that a manager finds them where people are named for a restricted enquiry. */
@Injectable()
export class Introduction {
  private readonly made: AskedNowAndThen<boolean>;

  constructor(decision: DecisionClient, clock: Clock) {
    this.made = new AskedNowAndThen(
      clock,
      async (request) => {
        if (request.person === undefined) return false;
        const { name, roleTitle } = request.person;
        await decision.introduceMyself(request, { name, roleTitle });
        return true;
      },
      ONCE_A_DAY_MS,
    );
  }

  /** No page waits for it for longer than a moment, and none fails for it: the next one tries again. */
  async make(request: ConsoleRequest): Promise<void> {
    if (request.person !== undefined) await this.made.of(request);
  }
}
