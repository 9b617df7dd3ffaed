import { parseKey, SigningPublicKey, type SigningPrivateKey } from '@mash/sealing';

/** The half of a signing key that may be shown. */
export const toPublicKey = (key: SigningPrivateKey): SigningPublicKey => parseKey(SigningPublicKey, key);
