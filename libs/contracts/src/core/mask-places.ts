/** What stands where a place was that must be kept secret. */
export const PLACE_LEFT_OUT = '[left out: a protected place]';

/** A name ends no sentence: only "St." and an initial keep their full stop. It has an end, or a text made of one is gone through again from each letter. */
const NAME = String.raw`(?:St\.|[A-Z]\.|[A-Z][\w'’&-]{0,40})`;
const SPACE = String.raw`\s{1,3}`;
/** One to so many names in capitals, as they stand before what a place is. */
const names = (most: number): string => `(?:${NAME}${SPACE}(?:(?:of|and|the)${SPACE})?){1,${String(most)}}`;
/** As it is written, and in capitals. */
const either = (words: readonly string[]): string => [...words, ...words.map((word) => word.toUpperCase())].join('|');
/** As it is written, in capitals, and as a sentence begins. */
const any = (words: readonly string[]): string =>
  either([...words, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))]);

const ROADS = ['Street', 'Road', 'Avenue', 'Crescent', 'Terrace'];
/** These are surnames or plain words as well: they count behind the number of a house only. */
const ROADS_BY_NUMBER = [
  ...ROADS,
  ...['Lane', 'Close', 'Drive', 'Way', 'Court', 'Place', 'Gardens', 'Grove', 'Square', 'Hill', 'Row', 'Mews', 'Walk'],
  ...['Rd', 'Ave', 'Cres', 'Ln'],
];
/** A surname as well ("Emma Street"): without a number it is a road only where something is said to be, or to move, there. */
const ROAD_AND_NAME = 'Street';
const WHERE = [
  ...['in', 'at', 'on', 'near', 'of', 'to', 'from', 'off', 'along', 'into', 'onto', 'outside', 'behind', 'opposite'],
  ...['past', 'around', 'down', 'up', 'via', 'between', 'across', 'leaving', 'address', 'house', 'flat'],
];
const TITLES = [
  ...['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Dr', 'Sir', 'Lady', 'Rev', 'Prof', 'Cllr', 'Judge', 'Nurse', 'Sister'],
  ...['PC', 'DC', 'DS', 'DI', 'PS', 'Sgt', 'PCSO', 'Officer', 'Aunt', 'Auntie', 'Uncle'],
];
/** What a number begins with these is a day, and what a year begins is none of a house. */
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  ...['December', 'Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'],
];
const COURTS = ['Family', 'Crown', 'County', 'High', 'Youth', 'Magistrates', 'Magistrates’', "Magistrates'"];
/** Alone before "School" or "Surgery" they name none. */
const NAMES_NONE = [
  ...['The', 'Her', 'His', 'Their', 'Our', 'My', 'Your', 'A', 'An', 'This', 'That', 'Each', 'Both', 'Any', 'No'],
  ...['Head', 'Lead', 'Previous', 'Current', 'Last', 'Local', 'GP', 'Primary', 'Secondary', 'High', 'Infant', 'Junior'],
  ...['Nursery', 'Special', 'Boarding', 'At', 'In', 'From', 'To', 'After', 'Before', 'On', 'When', 'If', 'While', 'As'],
];
const SCHOOLS = ['School', 'Primary', 'Infants', 'Juniors', 'Academy', 'College', 'Nursery', 'Pre-school', 'Preschool'];
const SURGERIES = ['Surgery', 'Medical Centre', 'Medical Practice', 'Health Centre', 'Family Practice'];

const TITLE = String.raw`(?:${either(TITLES)})\.?${SPACE}`;
const NO_TITLE = String.raw`(?<!\b${TITLE})(?!${TITLE})`;
const NO_YEAR = String.raw`(?!(?:19|20)\d\d\b)`;
const NO_DAY = String.raw`(?!(?:${either(MONTHS)})\b)(?!(?:${either(COURTS)})${SPACE}(?:${either(['Court'])})\b)`;
/** Words before what a place is, and not such alone as name none. */
const namesOf = (most: number, kinds: readonly string[]): string =>
  String.raw`(?!(?:(?:${either(NAMES_NONE)})${SPACE}(?:(?:of|and|the)${SPACE})?){1,3}(?:${either(kinds)})\b)${names(most)}`;
const POSTCODE = String.raw`\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[A-Z]{2}\b`;
const IS_WHERE = String.raw`(?<=\b(?:${any(WHERE)})[:,]?${SPACE}(?:[Tt]he${SPACE})?)`;

const PLACES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b${NO_YEAR}\d+[a-zA-Z]?,?${SPACE}(?!${TITLE})${NO_DAY}${names(3)}(?:${either(ROADS_BY_NUMBER)})\b`,
    'g',
  ),
  new RegExp(String.raw`\b${namesOf(5, SCHOOLS)}(?:${either(SCHOOLS)})\b(?:${SPACE}(?:${either(SCHOOLS)})\b)*`, 'g'),
  new RegExp(String.raw`\b${namesOf(4, SURGERIES)}(?:${either(SURGERIES)})\b`, 'g'),
  new RegExp(String.raw`\b${NO_TITLE}${names(2)}(?:${either(ROADS)})\b(?=,?\s{0,3}${POSTCODE})`, 'g'),
  new RegExp(String.raw`\b${NO_TITLE}${names(2)}(?:${either(ROADS.filter((road) => road !== ROAD_AND_NAME))})\b`, 'g'),
  new RegExp(String.raw`\b${IS_WHERE}${NO_TITLE}${names(4)}(?:${either([ROAD_AND_NAME])})\b`, 'g'),
  new RegExp(POSTCODE, 'gi'),
];

/**
 * Takes postcodes, streets, schools and surgeries out of free text by how they are written: a second net, under the fields and items that are left
 * out whole. A place that is told in other words ("behind the mill") goes through it.
 */
export const maskPlaces = (text: string): string =>
  PLACES.reduce((masked, place) => masked.replace(place, PLACE_LEFT_OUT), text);
