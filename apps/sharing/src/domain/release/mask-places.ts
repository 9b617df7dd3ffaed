export const PLACE_LEFT_OUT = '[left out: a protected place]';

/** A name ends no sentence: only "St." and an initial keep their full stop. */
const NAME = String.raw`(?:St\.|[A-Z]\.|[A-Z][\w'’&-]*)`;
const SPACE = String.raw`\s{1,3}`;
/** One to so many names in capitals, as they stand before what a place is. */
const names = (most: number): string => `(?:${NAME}${SPACE}(?:(?:of|and|the)${SPACE})?){1,${String(most)}}`;
/** As it is written, and in capitals. */
const either = (words: readonly string[]): string => [...words, ...words.map((word) => word.toUpperCase())].join('|');

const ROADS = ['Street', 'Road', 'Avenue', 'Crescent', 'Terrace'];
/** These are surnames or plain words as well: they count behind the number of a house only. */
const ROADS_BY_NUMBER = [
  ...ROADS,
  ...['Lane', 'Close', 'Drive', 'Way', 'Court', 'Place', 'Gardens', 'Grove', 'Square', 'Hill', 'Row', 'Mews', 'Walk'],
  ...['Rd', 'Ave', 'Cres', 'Ln'],
];
const SCHOOLS = ['School', 'Primary', 'Infants', 'Juniors', 'Academy', 'College', 'Nursery', 'Pre-school', 'Preschool'];
const SURGERIES = ['Surgery', 'Medical Centre', 'Medical Practice', 'Health Centre', 'Family Practice'];

const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`\b\d+[a-zA-Z]?,?${SPACE}${names(3)}(?:${either(ROADS_BY_NUMBER)})\b`, 'g'),
  new RegExp(String.raw`\b${names(5)}(?:${either(SCHOOLS)})\b(?:${SPACE}(?:${either(SCHOOLS)})\b)*`, 'g'),
  new RegExp(String.raw`\b${names(4)}(?:${either(SURGERIES)})\b`, 'g'),
  new RegExp(String.raw`\b${names(2)}(?:${either(ROADS)})\b`, 'g'),
  /\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[A-Z]{2}\b/gi,
];
const PLACE_FIELD = /address|postcode|school|surgery|whereIsTheChild|^gp$/i;

/**
 * Takes postcodes, streets, schools and surgeries out of free text by how they are written: a second net, under the fields and items that are left
 * out whole. A place that is told in other words ("behind the mill") goes through it.
 */
export const maskPlaces = (text: string): string =>
  PLACES.reduce((masked, place) => masked.replace(place, PLACE_LEFT_OUT), text);

/** A document without its places: named fields are emptied, keeping their shape, and words are masked. */
export function withoutPlaces(value: unknown, field = ''): unknown {
  const isPlace = PLACE_FIELD.test(field);
  if (typeof value === 'string') return isPlace ? PLACE_LEFT_OUT : maskPlaces(value);
  if (Array.isArray(value)) return isPlace ? [] : value.map((one) => withoutPlaces(one));
  if (typeof value !== 'object' || value === null) return value;
  const below = (name: string) => (isPlace ? field : name);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutPlaces(inner, below(name))]));
}
