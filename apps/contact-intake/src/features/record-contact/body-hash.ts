import { createHash } from 'node:crypto';

/** The same JSON whatever the order of its fields. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, canonical(part)]),
  );
}

/** SHA-256 of what was sent, to tell a repeat from another body under the same key. The sealed part in it is random: nobody can guess it back. */
export const bodyHash = (body: object): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex');
