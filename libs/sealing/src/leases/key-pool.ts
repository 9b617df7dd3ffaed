import type { SigningPublicKey } from '../keys/jwk';
import { SealRefusal } from '../seal-refusal';
import type { KeyLease, KeyUse } from './key-lease';
import { verifyLease } from './verify-lease';

/** What the sharing service gives when asked: fresh keys, and the overflow key for the time when it cannot be asked. */
export interface LeasedKeys {
  readonly keys: readonly unknown[];
  readonly overflow?: unknown;
}

export interface KeyPoolOptions {
  readonly partnershipId: string;
  readonly use: Exclude<KeyUse, 'overflow'>;
  readonly sharingKey: SigningPublicKey;
  /** Asks the sharing service for that many keys. May fail: the pool then waits and asks again. */
  readonly lease: (count: number) => Promise<LeasedKeys>;
  readonly now: () => Date;
  /** Below this the pool asks for more. */
  readonly lowWater?: number;
  readonly highWater?: number;
  /** A lease with less time left than this is not handed out: a form takes its key when it is opened (milliseconds). */
  readonly leastTimeLeft?: number;
  readonly retryAfter?: number;
  /**
   * The overflow lease kept from an earlier run, so that a start while `sharing` is down refuses no contact. Verified like any other: whoever could
   * write where it lay may have put their own there.
   */
  readonly keptOverflow?: () => Promise<unknown>;
  /** Keeps the overflow lease for the next start. A public key with a signature: nothing secret. */
  readonly keepOverflow?: (lease: KeyLease) => Promise<void>;
  /** Told of every refill that failed and every lease that was refused. */
  readonly onTrouble?: (trouble: unknown) => void;
}

/**
 * Public keys of one partnership, leased ahead of need. Taking one never waits for the network: an empty pool gives the
 * overflow key, and a refill goes on in the background.
 */
export class KeyPool {
  private keys: KeyLease[] = [];
  private readonly known = new Map<string, number>();
  private refilling: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private overflow: KeyLease | undefined;
  private keptSignature: string | undefined;
  private stopped = false;
  private readonly lowWater: number;
  private readonly highWater: number;

  constructor(private readonly options: KeyPoolOptions) {
    this.lowWater = options.lowWater ?? 10;
    this.highWater = Math.max(options.highWater ?? 30, this.lowWater);
  }

  /** The overflow key of before, then the first refill. Resolves whether or not they worked. */
  async start(): Promise<void> {
    await this.takeUpKept();
    await this.refill();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
  }

  /** Keys ready to be taken. */
  get size(): number {
    return this.keys.length;
  }

  /**
   * A key to seal to; each is handed out once, save the overflow key.
   * @throws SealRefusal SEAL.NO_KEY when the pool is empty and no overflow key was ever leased.
   */
  take(): KeyLease {
    const soonest = this.options.now().getTime() + (this.options.leastTimeLeft ?? 3_600_000);
    let lease = this.keys.shift();
    while (lease !== undefined && Date.parse(lease.expiresAt) <= soonest) lease = this.keys.shift();
    if (this.keys.length < this.lowWater) void this.refill();
    const taken = lease ?? this.runningOverflow();
    if (taken === undefined) throw new SealRefusal('SEAL.NO_KEY');
    return taken;
  }

  /** One refill at a time; whoever asks meanwhile waits for the same one. Never rejects. */
  async refill(): Promise<void> {
    if (this.stopped) return;
    this.refilling ??= this.fetchKeys().finally(() => (this.refilling = undefined));
    await this.refilling;
  }

  private runningOverflow(): KeyLease | undefined {
    const now = this.options.now().getTime();
    return this.overflow !== undefined && Date.parse(this.overflow.expiresAt) > now ? this.overflow : undefined;
  }

  private async fetchKeys(): Promise<void> {
    clearTimeout(this.retry);
    try {
      const leased = await this.options.lease(this.highWater - this.keys.length);
      for (const offered of leased.keys) await this.admit(offered);
      if (leased.overflow !== undefined) await this.replaceOverflow(leased.overflow);
    } catch (error) {
      this.options.onTrouble?.(error);
    }
    if (this.keys.length < this.lowWater && !this.stopped) this.tryAgainLater();
  }

  private tryAgainLater(): void {
    this.retry = setTimeout(() => void this.refill(), this.options.retryAfter ?? 1_000);
    this.retry.unref();
  }

  private async admit(offered: unknown): Promise<void> {
    const lease = await this.verified(offered, this.options.use);
    if (lease === undefined || this.isKnown(lease)) return;
    this.known.set(lease.kid, Date.parse(lease.expiresAt));
    this.keys.push(lease);
  }

  private async takeUpKept(): Promise<void> {
    try {
      const kept = await this.options.keptOverflow?.();
      if (kept === undefined) return;
      this.overflow = await this.verified(kept, 'overflow');
      this.keptSignature = this.overflow?.signature;
    } catch (error) {
      this.options.onTrouble?.(error);
    }
  }

  private async replaceOverflow(offered: unknown): Promise<void> {
    const lease = await this.verified(offered, 'overflow');
    if (lease === undefined) return;
    this.overflow = lease;
    if (lease.signature === this.keptSignature) return;
    await this.options.keepOverflow?.(lease);
    this.keptSignature = lease.signature;
  }

  /** A key offered twice would be bound twice, which `sharing` refuses: the second offer is left lying. */
  private isKnown(lease: KeyLease): boolean {
    const now = this.options.now().getTime();
    for (const [kid, expiry] of this.known) if (expiry <= now) this.known.delete(kid);
    return this.known.has(lease.kid);
  }

  private async verified(offered: unknown, use: KeyUse): Promise<KeyLease | undefined> {
    const { partnershipId, sharingKey, now, onTrouble } = this.options;
    try {
      return await verifyLease(offered, sharingKey, { partnershipId, uses: [use], now: now() });
    } catch (refusal) {
      onTrouble?.(refusal);
      return undefined;
    }
  }
}
