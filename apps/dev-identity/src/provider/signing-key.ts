import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { PrivateJwk } from '../config';

/** The key that signs every token, as the provider wants it (JWK) and as `jose` does. */
export interface SigningKey {
  jwk: JWK & { kid: string; alg: string };
  key: CryptoKey;
}

const ALGORITHMS = { OKP: 'EdDSA', EC: 'ES256', RSA: 'RS256' } as const;

const generated = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return exportJWK(privateKey);
};

/** The given key, so that tokens outlive a restart, or a fresh one. Its id is its thumbprint: one key always has one name. */
export async function signingKey(given: PrivateJwk | undefined): Promise<SigningKey> {
  const base = (given ?? (await generated())) as JWK;
  const alg = ALGORITHMS[base.kty as keyof typeof ALGORITHMS];
  const jwk = { ...base, kid: base.kid ?? (await calculateJwkThumbprint(base)), alg, use: 'sig' };
  return { jwk, key: (await importJWK(jwk, alg)) as CryptoKey };
}
