import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SharingClient } from '../api-clients/sharing.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';

/** A page is not kept waiting for it. */
const PATIENCE_MS = 250;
const KNOWN_FOR_MS = 10_000;

/** Whether this person was told to destroy something: said on every page until they have. Asked at most every ten seconds for a session. */
@Injectable()
export class RecallBanner {
  private readonly known = new Map<string, { readonly count: number; readonly until: number }>();

  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @returns how many notices wait; 0 where nobody knows */
  async of(request: ConsoleRequest): Promise<number> {
    const { person, sessionID } = request;
    if (person === undefined) return 0;
    const now = this.clock.now().getTime();
    const known = this.known.get(sessionID);
    if (known !== undefined && known.until > now) return known.count;
    const count = await this.ask(request);
    for (const [sessionId, { until }] of this.known) if (until <= now) this.known.delete(sessionId);
    this.known.set(sessionID, { count, until: now + KNOWN_FOR_MS });
    return count;
  }

  /** Something has just changed it: the next page asks again. */
  forget({ sessionID }: ConsoleRequest): void {
    this.known.delete(sessionID);
  }

  private async ask(request: ConsoleRequest): Promise<number> {
    // A banner is an extra: the list itself says where it cannot be had.
    const asked = this.sharing.recallsWaiting(request).catch(() => 0);
    const giveUp = new AbortController();
    const patience = wait(PATIENCE_MS, 0, { signal: giveUp.signal }).catch(() => 0);
    return Promise.race([asked, patience]).finally(() => {
      giveUp.abort();
    });
  }
}
