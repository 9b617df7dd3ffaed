import { newId } from '@mash/contracts';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { parseKey, SealingPrivateKey, SealingPublicKey, SigningPrivateKey, SigningPublicKey } from './jwk';

/** A fresh enquiry key pair (X25519). Its id is a UUIDv7, so that it names nothing and sorts by age. */
export async function generateSealingKey(): Promise<{ publicKey: SealingPublicKey; privateKey: SealingPrivateKey }> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const privateKey = parseKey(SealingPrivateKey, { ...(await exportJWK(pair.privateKey)), kid: newId() });
  return { privateKey, publicKey: parseKey(SealingPublicKey, privateKey) };
}

/** A fresh Ed25519 signing key pair. Its id is its thumbprint (RFC 7638): the same key has the same name everywhere. */
export async function generateSigningKey(): Promise<{ publicKey: SigningPublicKey; privateKey: SigningPrivateKey }> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const privateKey = parseKey(SigningPrivateKey, { ...jwk, kid: await calculateJwkThumbprint(jwk) });
  return { privateKey, publicKey: parseKey(SigningPublicKey, privateKey) };
}
