import { KeyLease as OfferedLease, KeyLeases } from '@mash/contracts';
import { KeyPools, parseKey, SigningPublicKey, type KeyLease } from '@mash/sealing';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceHttp } from '../api-clients/service-http';
import { Clock } from '../clock';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import { OverflowLeases } from './overflow-leases';
import { IdentityProvider, type AccessToken } from '../sign-in/identity-provider';

const SCOPE = 'keys:lease';

/**
 * Public enquiry keys, leased from `sharing` ahead of need with the console's own token, which can do nothing else. A contact can be
 * sealed while `sharing` is down: the pool goes on, and then the overflow key, which is kept over a restart.
 */
@Injectable()
export class LeasedKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = jsonLogger('web-console');
  private readonly pools: KeyPools;
  private token: AccessToken | undefined;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly http: ServiceHttp,
    private readonly clock: Clock,
    private readonly overflow: OverflowLeases,
    @Inject(CONFIG) private readonly config: ConsoleConfig,
  ) {
    const sharingKey = parseKey(SigningPublicKey, config.sharingPublicKey);
    this.pools = new KeyPools((partnershipId) => ({
      partnershipId,
      use: 'enquiry',
      sharingKey,
      retryAfter: 3_000,
      now: () => this.clock.now(),
      lease: (count) => this.lease(partnershipId, count),
      keptOverflow: () => this.overflow.of(partnershipId),
      keepOverflow: (lease) => this.overflow.keep(lease),
      onTrouble: (trouble) => this.log.error('keys could not be leased', trouble),
    }));
  }

  /** Filled in the background: the console is ready without it. */
  onApplicationBootstrap(): void {
    for (const { id } of this.config.partnerships) void this.pools.for(id);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.stop();
  }

  /** A key for something new of this partnership. @throws SealRefusal SEAL.NO_KEY before the first lease ever */
  async take(partnershipId: string): Promise<KeyLease> {
    return (await this.pools.for(partnershipId)).take();
  }

  private async lease(partnershipId: string, count: number): Promise<{ keys: readonly unknown[]; overflow?: unknown }> {
    const token = await this.ownToken();
    const body = { partnershipId, use: 'enquiry', count: Math.min(count, 50) };
    const leased = await this.http.callWithToken(token, 'sharing', {
      method: 'POST',
      path: '/keys/leases',
      body,
      schema: KeyLeases,
    });
    const path = `/keys/overflow?partnershipId=${partnershipId}`;
    const overflow = await this.http.callWithToken(token, 'sharing', { method: 'GET', path, schema: OfferedLease });
    return { keys: leased.leases, overflow };
  }

  private async ownToken(): Promise<string> {
    const now = this.clock.now().getTime();
    if (this.token === undefined || this.token.usableUntil <= now)
      this.token = await this.provider.ownToken('sharing', SCOPE, now);
    return this.token.value;
  }
}
