import { KeyPool, type KeyPoolOptions } from './key-pool';

/** One pool for each partnership that a client serves, made and first filled when it is first asked for. */
export class KeyPools {
  private readonly pools = new Map<string, Promise<KeyPool>>();

  constructor(private readonly optionsFor: (partnershipId: string) => KeyPoolOptions) {}

  /** The partnership's pool, after its first refill was tried. */
  for(partnershipId: string): Promise<KeyPool> {
    const existing = this.pools.get(partnershipId);
    if (existing !== undefined) return existing;
    const pool = new KeyPool(this.optionsFor(partnershipId));
    const started = pool.start().then(() => pool);
    this.pools.set(partnershipId, started);
    return started;
  }

  async stop(): Promise<void> {
    for (const pool of await Promise.all(this.pools.values())) pool.stop();
  }
}
