import type { RegisteredSigner } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_SETTINGS, type KeySettings } from './key-settings';

/** Whose signatures count inside an envelope: the console's, for the people it signed in, and this service's own for what it puts together. */
@Injectable()
export class Signers {
  constructor(@Inject(KEY_SETTINGS) private readonly settings: KeySettings) {}

  readonly find = (kid: string): RegisteredSigner | undefined => {
    const { consoleKey, signingKey } = this.settings;
    if (kid === consoleKey.kid) return { publicKey: consoleKey, speaksFor: 'people' };
    if (kid !== signingKey.kid) return undefined;
    const { kty, crv, x } = signingKey;
    return {
      publicKey: { kty, crv, kid, x },
      speaksFor: 'system',
      systemId: 'sharing',
      maySeal: ['outward', 'disclosure', 'feedback', 'ruling', 'acceptance'],
    };
  };
}
