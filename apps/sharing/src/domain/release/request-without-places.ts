import type { RedactionCode } from '../decision';
import { withoutPlaces } from './without-places';
import { leavesPlacesOut } from './redact-item';

type Content = Readonly<Record<string, unknown>>;

/** By which a request says whom it asks about. Names stay names, also where they read like a road. */
const NAMES = ['names', 'aliases', 'displayName'];

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What somebody is to the others, as somebody typed it, may name them: it goes with the victim's identifiers. */
function personWithoutPlaces(person: Content, redactions: readonly string[], isOwn: boolean): Content {
  const kept = isOwn ? NAMES : [...NAMES, 'addresses'];
  const gone = redactions.includes('VICTIM_IDENTIFIERS' satisfies RedactionCode) ? ['relationship'] : [];
  const entries = Object.entries(person)
    .filter(([name]) => !gone.includes(name))
    .map(([name, value]) => [name, kept.includes(name) ? value : withoutPlaces(value, name)]);
  return Object.fromEntries(entries) as Content;
}

/**
 * A question as the agency that is asked may read it, by what was decided of its lines (R-SAFE-01, R-SAFE-02): the words that somebody typed lose
 * their places. The address to search by stays where the place that is protected is somebody else's.
 * @param its.isOwn whether a place of the person asked about is protected, or nobody can say
 */
export function requestWithoutPlaces(
  content: Content,
  its: { readonly redactions: readonly string[]; readonly isOwn: boolean },
): Content {
  const { redactions, isOwn } = its;
  if (!leavesPlacesOut(redactions)) return content;
  const entries = Object.entries(content).map(([name, value]) => [
    name,
    name === 'person' && isRecord(value) ? personWithoutPlaces(value, redactions, isOwn) : withoutPlaces(value, name),
  ]);
  return Object.fromEntries(entries) as Content;
}
