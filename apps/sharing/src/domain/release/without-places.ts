import { maskPlaces, PLACE_LEFT_OUT } from '@mash/contracts';

const PLACE_FIELD = /address|postcode|school|surgery|whereIsTheChild|^gp$/i;

/** A document without its places: named fields are emptied, keeping their shape, and words are masked. */
export function withoutPlaces(value: unknown, field = ''): unknown {
  const isPlace = PLACE_FIELD.test(field);
  if (typeof value === 'string') return isPlace ? PLACE_LEFT_OUT : maskPlaces(value);
  if (Array.isArray(value)) return isPlace ? [] : value.map((one) => withoutPlaces(one));
  if (typeof value !== 'object' || value === null) return value;
  const below = (name: string) => (isPlace ? field : name);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutPlaces(inner, below(name))]));
}
