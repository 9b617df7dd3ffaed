import { randomBytes, randomFillSync } from 'node:crypto';
import { z } from 'zod';

const ID_BYTES = 16;
/** Random bytes are fetched for so many ids at a time: asking the generator costs ten times what the rest of an id does. */
const pool = Buffer.alloc(256 * ID_BYTES);
let used = pool.length;

/** Random bytes that no id has had. The caller is done with them before it returns: the pool is filled anew once it is used up. */
function freshBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, the rest random, so that ids sort by time and tell nothing else. */
export function newId(now: number = Date.now()): string {
  const bytes = freshBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Letters and digits that cannot be mistaken for one another when read over the telephone. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A random reference such as `E-7K2Q4X9`: nothing about the family can be read from it. */
export function newReference(prefix: 'C' | 'E'): string {
  const limit = 256 - (256 % REFERENCE_ALPHABET.length);
  let letters = '';
  while (letters.length < 7) {
    for (const byte of randomBytes(16)) {
      if (byte < limit && letters.length < 7) letters += REFERENCE_ALPHABET.charAt(byte % REFERENCE_ALPHABET.length);
    }
  }
  return `${prefix}-${letters}`;
}

export const Id = z.uuid();
export const EnquiryId = z.uuid().describe('The enquiry: key and correlation id from the first event on');
export const ContactId = z.uuid().describe('The contact');
export const PersonId = z.uuid().describe('A person in the people index');
export const Instant = z.iso.datetime().describe('UTC instant, ISO 8601');
export const AgencyId = z.string().min(1).max(60).describe('An agency of the register, such as `riverside-police`');
