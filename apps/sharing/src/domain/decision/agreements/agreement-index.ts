import { startOfLondonDay } from '../law/london-day';
import type { AgreementLine, Targets } from './agreement-line';

const ONE_DAY = 24 * 3_600_000;

/** A line with its days as instants. */
export interface IndexedLine {
  readonly line: AgreementLine;
  readonly startsAt: number;
  /** The first instant at which it no longer holds. */
  readonly endsAt: number;
  /** The first instant at which its review is late; Infinity without a review day. */
  readonly reviewLateAt: number;
}

/** Lines of one pair of parties: by purpose and category for a match, and all of them for what alone is not covered. */
export interface PartyLines {
  readonly byPurpose: Map<string, Map<string, IndexedLine[]>>;
}

/** From side, then to side, then purpose, then category: four looks however many lines there are. */
export type AgreementIndex = ReadonlyMap<string, ReadonlyMap<string, PartyLines>>;

/** The instant at which the day after `day` begins in London. */
const startOfNextDay = (day: string): number =>
  startOfLondonDay(new Date(Date.parse(`${day}T12:00:00Z`) + ONE_DAY).toISOString().slice(0, 10));

const withInstants = (line: AgreementLine): IndexedLine => ({
  line,
  startsAt: startOfLondonDay(line.startsOn),
  endsAt: line.endsOn === undefined ? Infinity : startOfNextDay(line.endsOn),
  reviewLateAt: line.reviewDueOn === undefined ? Infinity : startOfNextDay(line.reviewDueOn),
});

/** Types count only where no organisation is named. */
const keysOf = ({ organisations, kinds }: Targets): string[] =>
  organisations.length > 0 ? organisations.map((id) => `organisation:${id}`) : kinds.map((kind) => `kind:${kind}`);

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Compiles published lines; do it again at each commit of an agreement. */
export function indexAgreements(lines: readonly AgreementLine[]): AgreementIndex {
  const index = new Map<string, Map<string, PartyLines>>();
  for (const line of lines) {
    const indexed = withInstants(line);
    for (const from of keysOf(line.from)) {
      const byTo = entry(index, from, () => new Map<string, PartyLines>());
      for (const to of keysOf(line.to)) {
        const party = entry(byTo, to, () => ({ byPurpose: new Map<string, Map<string, IndexedLine[]>>() }));
        for (const purpose of line.purposes) {
          const byCategory = entry(party.byPurpose, purpose, () => new Map<string, IndexedLine[]>());
          for (const category of line.categories) entry(byCategory, category, () => []).push(indexed);
        }
      }
    }
  }
  return index;
}
