import type { RegisteredSigner } from '@mash/sealing';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { signerOfKey } from '../system-keys/signer-of-key';
import { SystemKeyRepository } from '../system-keys/system-key.repository';
import { KEY_SETTINGS, type KeySettings } from './key-settings';

/**
 * Whose signatures count inside an envelope: the console's, for the people it signed in; this service's own, for what it puts together;
 * an agency's registered system's, for its own answers and contacts. The register is asked each time, so that the next envelope after a
 * revocation is refused.
 */
@Injectable()
export class Signers {
  constructor(
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
    private readonly systemKeys: SystemKeyRepository,
  ) {}

  readonly find = async (kid: string): Promise<RegisteredSigner | undefined> => {
    const { consoleKey, signingKey } = this.settings;
    if (kid === consoleKey.kid) return { publicKey: consoleKey, speaksFor: 'people' };
    if (kid === signingKey.kid) return this.own();
    const earlier = this.earlier(kid) ?? this.earlierOwn(kid);
    if (earlier) return earlier;
    const key = await this.systemKeys.find(kid);
    return key && signerOfKey(key);
  };

  /** A register for one call: each key is looked up once in it, however many envelopes it signed. */
  forOneCall(): (kid: string) => Promise<RegisteredSigner | undefined> {
    const found = new Map<string, Promise<RegisteredSigner | undefined>>();
    return (kid) => {
      const signer = found.get(kid) ?? this.find(kid);
      found.set(kid, signer);
      return signer;
    };
  }

  /**
   * Whether a key of an agency's system has been revoked since what it signed was opened; where not, nobody revokes it until the end of the transaction.
   * Those of people and of this service are in no register.
   */
  async isRevokedMeanwhile(tx: Tx, kids: readonly string[]): Promise<boolean> {
    // In one order, by however many at once.
    for (const kid of [...new Set(kids)].sort()) {
      const key = await this.systemKeys.hold(tx, kid);
      if (key !== undefined && key.revokedAt !== null) return true;
    }
    return false;
  }

  /** The console's key before this one: what it sealed until then stays readable, what claims to be later does not count. */
  private earlier(kid: string): RegisteredSigner | undefined {
    const found = this.settings.earlierConsoleKeys?.find(({ key }) => key.kid === kid);
    if (found === undefined) return undefined;
    return { publicKey: found.key, speaksFor: 'people', term: { from: new Date(0), until: found.until } };
  }

  /** This service's own key before this one: ledger lines, rulings, products and acceptances of that time stay readable. */
  private earlierOwn(kid: string): RegisteredSigner | undefined {
    const found = this.settings.earlierSigningKeys?.find(({ key }) => key.kid === kid);
    if (found === undefined) return undefined;
    return { ...this.own(), publicKey: found.key, term: { from: new Date(0), until: found.until } };
  }

  private own(): RegisteredSigner {
    const { kty, crv, kid, x } = this.settings.signingKey;
    return {
      publicKey: { kty, crv, kid, x },
      speaksFor: 'system',
      systemId: 'sharing',
      maySeal: ['outward', 'disclosure', 'feedback', 'ruling', 'acceptance'],
    };
  }
}
