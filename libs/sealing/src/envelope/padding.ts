import { SealRefusal } from '../seal-refusal';

/** The sizes that the inside of an envelope is filled up to (bytes). The length of an envelope tells one of three things, no more. */
export const SIZE_CLASSES = [4 * 1024, 16 * 1024, 64 * 1024] as const;

const FILLER = ' ';

/**
 * Fills a compact JWS (which holds no blank) up to its size class.
 * @throws SealRefusal SEAL.TOO_LARGE above 64 kB (about 48 kB of JSON, for base64url takes a third more).
 */
export function pad(jws: string): Uint8Array {
  const size = SIZE_CLASSES.find((limit) => jws.length <= limit);
  if (size === undefined) throw new SealRefusal('SEAL.TOO_LARGE');
  return Buffer.from(jws.padEnd(size, FILLER), 'ascii');
}

/**
 * Takes the filling off again.
 * @throws SealRefusal SEAL.MALFORMED when the length is no size class, or anything but filling follows the signature.
 */
export function unpad(padded: Uint8Array): string {
  const text = Buffer.from(padded).toString('latin1');
  const end = text.indexOf(FILLER);
  const jws = end === -1 ? text : text.slice(0, end);
  const isWhole = SIZE_CLASSES.some((size) => size === padded.length) && text === jws.padEnd(padded.length, FILLER);
  if (!isWhole) throw new SealRefusal('SEAL.MALFORMED', ['padding']);
  return jws;
}
