interface Stored {
  payload: Record<string, unknown>;
  expiresAt: number;
}

/**
 * A refresh token that was exchanged stays good this long: two requests of one browser may use it at the same moment, and the
 * second is no thief. Afterwards its reuse revokes everything that came of it.
 */
const REUSE_INTERVAL_MS = 10_000;

/** Everything the provider remembers, in this process: signed-in demo people do not survive a restart. */
export class IdentityStore {
  private readonly entries = new Map<string, Stored>();

  get(key: string): Record<string, unknown> | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt > Date.now()) return entry.payload;
    this.entries.delete(key);
    return undefined;
  }

  set(key: string, payload: Record<string, unknown>, seconds: number | undefined): void {
    this.forgetExpired();
    this.entries.set(key, { payload, expiresAt: seconds === undefined ? Infinity : Date.now() + seconds * 1000 });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  /** The key of the first entry of this model for which the test holds. */
  keyWhere(model: string, test: (payload: Record<string, unknown>) => boolean): string | undefined {
    return this.keysWhere(model, test)[0];
  }

  keysWhere(model: string, test: (payload: Record<string, unknown>) => boolean): string[] {
    return [...this.entries]
      .filter(([key, { payload }]) => key.startsWith(`${model}:`) && test(payload))
      .map(([key]) => key);
  }

  private forgetExpired(): void {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.entries) if (expiresAt <= now) this.entries.delete(key);
  }
}

/** oidc-provider's adapter interface over the store, one for each kind of thing that it keeps. */
export class MemoryAdapter {
  constructor(
    private readonly model: string,
    private readonly store: IdentityStore,
  ) {}

  upsert(id: string, payload: Record<string, unknown>, seconds?: number): Promise<void> {
    this.store.set(this.keyOf(id), payload, seconds);
    return Promise.resolve();
  }

  find(id: string): Promise<Record<string, unknown> | undefined> {
    return Promise.resolve(this.store.get(this.keyOf(id)));
  }

  findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
    const key = this.store.keyWhere(this.model, (payload) => payload['uid'] === uid);
    return Promise.resolve(key === undefined ? undefined : this.store.get(key));
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined); // no device flow here
  }

  consume(id: string): Promise<void> {
    const payload = this.store.get(this.keyOf(id));
    const consume = (): void => {
      if (payload !== undefined) payload['consumed'] = Math.floor(Date.now() / 1000);
    };
    if (this.model === 'RefreshToken') setTimeout(consume, REUSE_INTERVAL_MS).unref();
    else consume();
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.store.delete(this.keyOf(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const key of this.store.keysWhere(this.model, (payload) => payload['grantId'] === grantId))
      this.store.delete(key);
    return Promise.resolve();
  }

  private keyOf(id: string): string {
    return `${this.model}:${id}`;
  }
}
