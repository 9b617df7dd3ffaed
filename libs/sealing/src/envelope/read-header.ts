import { decodeProtectedHeader } from 'jose';
import { SealRefusal } from '../seal-refusal';
import { parseHeader, type EnvelopeHeader } from './envelope-ids';

/** No envelope of ours is longer (characters): 64 kB in base64url, with a header of ids. Longer ones are not even decoded. */
export const LONGEST_ENVELOPE = 90_000;

/**
 * The ids on the outside of an envelope, checked for shape alone. Use it to find the row and the key; believe it only
 * once `openEnvelope` has agreed.
 * @throws SealRefusal SEAL.MALFORMED
 */
export function readEnvelopeHeader(jwe: string): EnvelopeHeader {
  const { alg, enc, epk, ...rest } = decode(jwe);
  const header = parseHeader(rest);
  const isOurs = alg === 'ECDH-ES' && enc === 'A256GCM' && isX25519(epk);
  if (!isOurs || header === undefined) throw new SealRefusal('SEAL.MALFORMED', ['header']);
  return header;
}

function decode(jwe: string): Record<string, unknown> {
  if (jwe.length > LONGEST_ENVELOPE) throw new SealRefusal('SEAL.MALFORMED', ['length']);
  if (jwe.split('.').length !== 5) throw new SealRefusal('SEAL.MALFORMED', ['parts']);
  try {
    return decodeProtectedHeader(jwe);
  } catch {
    throw new SealRefusal('SEAL.MALFORMED', ['header']);
  }
}

function isX25519(epk: unknown): boolean {
  return typeof epk === 'object' && epk !== null && 'crv' in epk && epk.crv === 'X25519';
}
