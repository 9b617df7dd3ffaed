import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import type { SigningPrivateKey, SigningPublicKey } from './jwk';

/** What a signature is for. A signature made for one use never passes for another, though the key be the same. */
export type StatementKind =
  | 'mash-envelope'
  | 'mash-key-lease'
  | 'mash-audit-checkpoint'
  | 'mash-release-capability'
  | 'mash-row-hashes'
  | 'mash-row-check'
  | 'mash-key-possession'
  | 'mash-capability-use';

/** Signs JSON as a compact JWS (EdDSA) that names its use and its key. */
export async function signStatement(kind: StatementKind, statement: unknown, key: SigningPrivateKey): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(statement), 'utf8'))
    .setProtectedHeader({ alg: 'EdDSA', typ: kind, kid: key.kid })
    .sign(key);
}

/** The id of the key that claims to have signed, or undefined when this is no statement of that kind. Proves nothing. */
export function claimedSigner(kind: StatementKind, jws: string): string | undefined {
  try {
    const header = decodeProtectedHeader(jws);
    return header.typ === kind && typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}

/** What the statement says if this very key signed it, otherwise undefined. Its meaning is the caller's to check. */
export async function verifiedStatement(jws: string, key: SigningPublicKey): Promise<{ says: unknown } | undefined> {
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return { says: JSON.parse(Buffer.from(payload).toString('utf8')) as unknown };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
