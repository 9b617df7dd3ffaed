import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { ConsoleRequest } from '../session/console-request';

/** A page is not kept waiting for an extra: without an answer by then there is none. */
const PATIENCE_MS = 250;
const KNOWN_FOR_MS = 10_000;

/**
 * Something small that stands on every page of a session: asked at most every ten seconds, waited for a moment, and left out where it cannot be
 * had. Whatever keeps it away, the page that was asked for says by itself.
 */
export class AskedNowAndThen<Value> {
  private readonly known = new Map<string, { readonly value: Value | undefined; readonly until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly ask: (request: ConsoleRequest) => Promise<Value>,
    /** How long an answer counts; without one it is asked again soon. */
    private readonly knownForMs = KNOWN_FOR_MS,
  ) {}

  /** @returns undefined where nobody knows */
  async of(request: ConsoleRequest): Promise<Value | undefined> {
    const { sessionID } = request;
    const now = this.clock.now().getTime();
    const known = this.known.get(sessionID);
    if (known !== undefined && known.until > now) return known.value;
    const value = await this.inAMoment(request);
    for (const [sessionId, { until }] of this.known) if (until <= now) this.known.delete(sessionId);
    this.known.set(sessionID, { value, until: now + (value === undefined ? KNOWN_FOR_MS : this.knownForMs) });
    return value;
  }

  /** Something has just changed it: the next page asks again. */
  forget({ sessionID }: ConsoleRequest): void {
    this.known.delete(sessionID);
  }

  private async inAMoment(request: ConsoleRequest): Promise<Value | undefined> {
    const asked = this.ask(request).catch(() => undefined);
    const giveUp = new AbortController();
    const patience = wait(PATIENCE_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
    return Promise.race([asked, patience]).finally(() => {
      giveUp.abort();
    });
  }
}
