export const PLACE_LEFT_OUT = '[left out: a protected place]';

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;
const STREET =
  /\b\d+[a-z]?,?\s+(?:[A-Z][\w'’-]+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Court|Crescent|Place|Terrace|Gardens|Grove|Square|Hill)\b/g;
const PLACE_FIELD = /address|postcode|school|surgery|whereIsTheChild|^gp$/i;

/** Takes postcodes and street addresses out of free text: a second net, under the fields and items that are left out whole. */
export const maskPlaces = (text: string): string =>
  text.replace(STREET, PLACE_LEFT_OUT).replace(POSTCODE, PLACE_LEFT_OUT);

/** A document without its places: named fields are emptied, keeping their shape, and words are masked. */
export function withoutPlaces(value: unknown, field = ''): unknown {
  const isPlace = PLACE_FIELD.test(field);
  if (typeof value === 'string') return isPlace ? PLACE_LEFT_OUT : maskPlaces(value);
  if (Array.isArray(value)) return isPlace ? [] : value.map((one) => withoutPlaces(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutPlaces(inner, name)]));
}
