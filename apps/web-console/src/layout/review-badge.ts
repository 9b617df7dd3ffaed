import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SharingClient } from '../api-clients/sharing.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';
import { navigationOf } from './role-pages';

/** A page is not kept waiting for a number: without an answer by then there is none. */
const PATIENCE_MS = 250;
const KNOWN_FOR_MS = 10_000;

/** How many reviews wait for this person's answer, for the badge in the navigation. A number, asked at most every ten seconds for a session. */
@Injectable()
export class ReviewBadge {
  private readonly known = new Map<string, { readonly count: number | undefined; readonly until: number }>();

  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where nobody knows: a badge that says nothing is better than one that says none */
  async of(request: ConsoleRequest): Promise<number | undefined> {
    const { person, sessionID } = request;
    if (person === undefined || !navigationOf(person).some(({ href }) => href === '/reviews')) return undefined;
    const now = this.clock.now().getTime();
    const known = this.known.get(sessionID);
    if (known !== undefined && known.until > now) return known.count;
    const count = await this.ask(request);
    this.forgetOld(now);
    this.known.set(sessionID, { count, until: now + KNOWN_FOR_MS });
    return count;
  }

  private async ask(request: ConsoleRequest): Promise<number | undefined> {
    const asked = this.sharing.reviewsWaiting(request).then(
      ({ waiting }) => waiting,
      // A badge is an extra: whatever keeps it away, the page that was asked for says by itself.
      () => undefined,
    );
    const giveUp = new AbortController();
    const patience = wait(PATIENCE_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
    return Promise.race([asked, patience]).finally(() => {
      giveUp.abort();
    });
  }

  private forgetOld(now: number): void {
    for (const [sessionId, { until }] of this.known) if (until <= now) this.known.delete(sessionId);
  }
}
