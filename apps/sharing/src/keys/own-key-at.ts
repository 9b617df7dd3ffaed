import type { SigningPublicKey } from '@mash/sealing';
import type { KeySettings } from './key-settings';

type OwnKeys = Pick<KeySettings, 'signingKey' | 'earlierSigningKeys'>;

/** The public half of a key by which this service signed at that moment: today's, or one of before until it was exchanged. Undefined for any other. */
export function ownKeyAt(
  { signingKey, earlierSigningKeys = [] }: OwnKeys,
  kid: unknown,
  at: Date,
): SigningPublicKey | undefined {
  if (kid === signingKey.kid) {
    const { kty, crv, x } = signingKey;
    return { kty, crv, kid: signingKey.kid, x };
  }
  return earlierSigningKeys.find(({ key, until }) => key.kid === kid && at <= until)?.key;
}
