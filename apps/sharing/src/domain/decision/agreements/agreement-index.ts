import type { Mode } from '../facts/request-facts';
import { MODES } from '../facts/request-facts';
import { startOfLondonDay, startOfNextLondonDay } from '../law/london-day';
import type { AgreementLine, Targets } from './agreement-line';
import type { AgreementQuestion } from './agreement-question';

/** A line with its days as instants. */
export interface IndexedLine {
  readonly line: AgreementLine;
  readonly startsAt: number;
  /** The first instant at which it no longer holds. */
  readonly endsAt: number;
  /** The first instant at which its review is late; Infinity without a review day. */
  readonly reviewLateAt: number;
  /** The first instant at which its stop has ended: Infinity while nothing is drawn again, -Infinity of what nobody stopped. */
  readonly stoppedUntil: number;
  /** What a decision keeps of it. */
  readonly ref: LineRef;
}

export type LineRef = Pick<AgreementLine, 'agreementId' | 'version' | 'lineId' | 'startsOn'>;

/** One side of a line: organisations by id, types by name. They are never mixed up, whatever an id looks like. */
interface Sides<T> {
  readonly organisations: Map<string, T>;
  readonly kinds: Map<string, T>;
}

/** The lines that name one pair of sides. */
interface Pair {
  readonly number: number;
  readonly lines: IndexedLine[];
}

const withInstants = (line: AgreementLine): IndexedLine => ({
  line,
  startsAt: startOfLondonDay(line.startsOn),
  endsAt: line.endsOn === undefined ? Infinity : startOfNextLondonDay(line.endsOn),
  reviewLateAt: line.reviewDueOn === undefined ? Infinity : startOfNextLondonDay(line.reviewDueOn),
  stoppedUntil: stoppedUntil(line),
  ref: refOf(line),
});

function stoppedUntil({ stoppedAt, drawnAgainOn }: AgreementLine): number {
  if (stoppedAt === undefined) return -Infinity;
  return drawnAgainOn === undefined ? Infinity : startOfLondonDay(drawnAgainOn);
}

const refOf = ({ agreementId, version, lineId, startsOn }: AgreementLine): LineRef =>
  Object.freeze({ agreementId, version, lineId, startsOn });

const NONE: readonly IndexedLine[] = [];

/** Nothing is copied where one of them has none, as is nearly always so. */
function joined(some: readonly IndexedLine[], others: readonly IndexedLine[]): readonly IndexedLine[] {
  if (others.length === 0) return some;
  return some.length === 0 ? others : [...some, ...others];
}

/** Purpose and category by their numbers. */
interface Matter {
  readonly purpose: number;
  readonly category: number;
  readonly mode: Mode;
}

const noSides = <T>(): Sides<T> => ({ organisations: new Map(), kinds: new Map() });

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The entries of one side that a line names: types count only where no organisation is named. */
function sidesNamed<T>(sides: Sides<T>, { organisations, kinds }: Targets, make: () => T): T[] {
  if (organisations.length > 0) return organisations.map((id) => entry(sides.organisations, id, make));
  return kinds.map((kind) => entry(sides.kinds, kind, make));
}

/**
 * Published lines as a lookup: parties to a pair, and pair, purpose, category and mode to the lines that name all of them. It
 * takes the same few steps however many lines there are. Compile it again at each commit of an agreement.
 */
export class AgreementIndex {
  private readonly from: Sides<Sides<Pair>> = noSides();
  private readonly purposes = new Map<string, number>();
  private readonly categories = new Map<string, number>();
  private readonly byMatter = new Map<number, IndexedLine[]>();
  private pairs = 0;

  constructor(lines: readonly AgreementLine[]) {
    const numberIn = (numbers: Map<string, number>, name: string): number => entry(numbers, name, () => numbers.size);
    for (const { purposes, categories } of lines) {
      for (const purpose of purposes) numberIn(this.purposes, purpose);
      for (const category of categories) numberIn(this.categories, category);
    }
    for (const line of lines) this.add(withInstants(line));
  }

  /** The lines of these parties for this purpose, category and mode, on whatever day. */
  linesFor(q: AgreementQuestion): readonly IndexedLine[] {
    const purpose = this.purposes.get(q.purpose);
    const category = this.categories.get(q.category);
    if (purpose === undefined || category === undefined) return NONE;
    const matter = { purpose, category, mode: q.mode };
    return joined(
      this.linesTo(this.from.organisations.get(q.fromOrganisation), q, matter),
      this.linesTo(this.from.kinds.get(q.fromKind), q, matter),
    );
  }

  private linesTo(to: Sides<Pair> | undefined, q: AgreementQuestion, matter: Matter): readonly IndexedLine[] {
    if (to === undefined) return NONE;
    return joined(
      this.linesOf(to.organisations.get(q.toOrganisation), matter),
      this.linesOf(to.kinds.get(q.toKind), matter),
    );
  }

  private linesOf(pair: Pair | undefined, { purpose, category, mode }: Matter): readonly IndexedLine[] {
    if (pair === undefined) return NONE;
    return this.byMatter.get(this.matter(pair.number, purpose, category, mode)) ?? NONE;
  }

  /** All lines of these parties, whatever they cover. */
  linesBetween(q: AgreementQuestion): IndexedLine[] {
    return this.pairsOf(q).flatMap(({ lines }) => lines);
  }

  private add(indexed: IndexedLine): void {
    const { line } = indexed;
    const pairs = sidesNamed(this.from, line.from, () => noSides<Pair>()).flatMap((to) =>
      sidesNamed(to, line.to, () => ({ number: this.pairs++, lines: [] })),
    );
    for (const { number, lines } of pairs) {
      lines.push(indexed);
      for (const matter of this.mattersOf(number, line)) entry(this.byMatter, matter, () => []).push(indexed);
    }
  }

  private mattersOf(pair: number, { purposes, categories, modes }: AgreementLine): number[] {
    const numberOf = (numbers: Map<string, number>, name: string): number => numbers.get(name) ?? 0;
    return purposes.flatMap((purpose) =>
      categories.flatMap((category) =>
        modes.map((mode) =>
          this.matter(pair, numberOf(this.purposes, purpose), numberOf(this.categories, category), mode),
        ),
      ),
    );
  }

  private matter(pair: number, purpose: number, category: number, mode: Mode): number {
    const named = (pair * this.purposes.size + purpose) * this.categories.size + category;
    return named * MODES.length + MODES.indexOf(mode);
  }

  private pairsOf(q: AgreementQuestion): Pair[] {
    const found: Pair[] = [];
    addPairs(found, this.from.organisations.get(q.fromOrganisation), q);
    addPairs(found, this.from.kinds.get(q.fromKind), q);
    return found;
  }
}

/** Whatever names the recipient, by organisation or by type. */
function addPairs(found: Pair[], to: Sides<Pair> | undefined, { toOrganisation, toKind }: AgreementQuestion): void {
  if (to === undefined) return;
  const [byOrganisation, byKind] = [to.organisations.get(toOrganisation), to.kinds.get(toKind)];
  if (byOrganisation !== undefined) found.push(byOrganisation);
  if (byKind !== undefined) found.push(byKind);
}

/** Compiles published lines. */
export const indexAgreements = (lines: readonly AgreementLine[]): AgreementIndex => new AgreementIndex(lines);
