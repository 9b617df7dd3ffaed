import type { RecallsWaiting } from '@mash/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SharingClient } from '../api-clients/sharing.client';
import { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';

const DESTROY = 'Something that you were shown was recalled: destroy it and confirm';
const CONFIRM = 'You are asked whom something from your agency is about';

/** A page is not kept waiting for it. */
const PATIENCE_MS = 250;
const KNOWN_FOR_MS = 10_000;

/** Whether this person was told to destroy something, or is asked whom something is about: said on every page until they have. Asked at most every ten seconds for a session. */
@Injectable()
export class RecallBanner {
  private readonly known = new Map<string, { readonly words: string | undefined; readonly until: number }>();

  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where nothing waits, or nobody knows */
  async of(request: ConsoleRequest): Promise<string | undefined> {
    const { person, sessionID } = request;
    if (person === undefined) return undefined;
    const now = this.clock.now().getTime();
    const known = this.known.get(sessionID);
    if (known !== undefined && known.until > now) return known.words;
    const words = await this.ask(request);
    for (const [sessionId, { until }] of this.known) if (until <= now) this.known.delete(sessionId);
    this.known.set(sessionID, { words, until: now + KNOWN_FOR_MS });
    return words;
  }

  /** Something has just changed it: the next page asks again. */
  forget({ sessionID }: ConsoleRequest): void {
    this.known.delete(sessionID);
  }

  private async ask(request: ConsoleRequest): Promise<string | undefined> {
    // A banner is an extra: the list itself says where it cannot be had.
    const asked = this.sharing.recallsWaiting(request).then(wordsFor, () => undefined);
    const giveUp = new AbortController();
    const patience = wait(PATIENCE_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
    return Promise.race([asked, patience]).finally(() => {
      giveUp.abort();
    });
  }
}

const wordsFor = ({ waiting, doubted }: RecallsWaiting): string | undefined =>
  waiting > 0 ? DESTROY : doubted > 0 ? CONFIRM : undefined;
