import { z } from 'zod';
import { SealRefusal } from '../seal-refusal';

/** Names a key. Ids only: whoever sees it learns nothing but that two envelopes share a key. */
export const KeyId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const octets32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const okp = <const Curve extends string>(crv: Curve) =>
  z.object({ kty: z.literal('OKP'), crv: z.literal(crv), kid: KeyId, x: octets32 });

/** Public half of an enquiry key: what envelopes are sealed to. */
export const SealingPublicKey = okp('X25519');
export type SealingPublicKey = z.infer<typeof SealingPublicKey>;

/** Private half of an enquiry key. Exists in the sharing service's memory only. */
export const SealingPrivateKey = SealingPublicKey.extend({ d: octets32 });
export type SealingPrivateKey = z.infer<typeof SealingPrivateKey>;

/** What a sealer's or the sharing service's signature is checked with. */
export const SigningPublicKey = okp('Ed25519');
export type SigningPublicKey = z.infer<typeof SigningPublicKey>;

export const SigningPrivateKey = SigningPublicKey.extend({ d: octets32 });
export type SigningPrivateKey = z.infer<typeof SigningPrivateKey>;

/**
 * Reads a key out of configuration (JWK as JSON text) or out of a row.
 * @throws SealRefusal SEAL.KEY_MALFORMED, naming the fields and never the key.
 */
export function parseKey<Key>(schema: z.ZodType<Key>, jwk: unknown): Key {
  const result = schema.safeParse(typeof jwk === 'string' ? readJson(jwk) : jwk);
  if (!result.success) throw new SealRefusal('SEAL.KEY_MALFORMED', fieldsOf(result.error));
  return result.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SealRefusal('SEAL.KEY_MALFORMED');
  }
}

/** The paths of what is wrong, without the values: safe to log. */
export function fieldsOf(error: z.ZodError): string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join('.')))].filter((path) => path !== '');
}
