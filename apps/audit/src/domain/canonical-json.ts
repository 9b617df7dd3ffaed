/** Nothing that we write is nested deeper; what is, is not ours. */
const DEEPEST = 20;

/**
 * JSON with the names of every object in order and no blanks (as RFC 8785 has it): one text for one value, whoever writes it.
 * @throws RangeError for what is nested deeper than anything of ours
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null, depth + 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field, depth + 1)}`);
  return `{${fields.join(',')}}`;
}
