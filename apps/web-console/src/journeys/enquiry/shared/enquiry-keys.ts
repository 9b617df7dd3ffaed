import type { KeyLease } from '@mash/sealing';
import { parseKey, SigningPublicKey, verifyLease } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { CONFIG } from '../../../config.token';
import type { ConsoleConfig } from '../../../config';

const FRESH_MS = 5 * 60_000;
const MOST_KEPT = 500;

interface KeptKey {
  readonly lease: KeyLease;
  readonly until: number;
}

/**
 * The public key already bound to an enquiry, checked against `sharing`'s pinned signing key before anything is sealed to it. Kept
 * for five minutes: whoever opened a page can still press Immediate protection while `sharing` is down. A public half is no secret.
 */
@Injectable()
export class EnquiryKeys {
  private readonly kept = new Map<string, KeptKey>();
  private readonly sharingKey: SigningPublicKey;

  constructor(
    private readonly sharing: SharingClient,
    private readonly clock: Clock,
    @Inject(CONFIG) config: ConsoleConfig,
  ) {
    this.sharingKey = parseKey(SigningPublicKey, config.sharingPublicKey);
  }

  /** Public JWK to seal to. @throws SealRefusal where the offered key is not sharing's own; ServiceDown */
  async publicKeyOf(asker: Asker, enquiryId: string, partnershipId: string): Promise<unknown> {
    const now = this.clock.now();
    const known = this.kept.get(enquiryId);
    if (known !== undefined && known.until > now.getTime() && known.lease.partnershipId === partnershipId)
      return known.lease.publicKey;
    const offered = await this.sharing.keyOf(asker, enquiryId);
    const expected = { partnershipId, uses: ['enquiry'], enquiryId, now } as const;
    const lease = await verifyLease(offered, this.sharingKey, expected);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(enquiryId, { lease, until: now.getTime() + FRESH_MS });
    return lease.publicKey;
  }
}
