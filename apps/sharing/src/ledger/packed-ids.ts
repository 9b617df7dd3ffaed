const BYTES = 16;
const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const GROUPS = [0, 8, 12, 16, 20, 32];

/** Whether unpacking gives this very text back: a UUID, in small letters. */
export const isPackable = (id: string): boolean => CANONICAL.test(id);

/** UUIDs one after the other, 16 bytes each, in base64url: 22 characters for an id and not 36. */
export const packedIds = (ids: readonly string[]): string =>
  Buffer.from(ids.join('').replaceAll('-', ''), 'hex').toString('base64url');

/** @throws Error where the text is not whole ids */
export function unpackedIds(packed: string): string[] {
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes.length % BYTES !== 0) throw new Error('Packed ids are cut off');
  return Array.from({ length: bytes.length / BYTES }, (_, at) => {
    const hex = bytes.toString('hex', at * BYTES, (at + 1) * BYTES);
    return GROUPS.slice(1)
      .map((end, group) => hex.slice(GROUPS[group], end))
      .join('-');
  });
}
