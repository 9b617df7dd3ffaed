import type { Colour } from '@mash/contracts';
import type { Pack } from '../schema/pack';
import { NOT_KNOWN } from '../schema/rating-input';
import type { PackRating } from '../schema/rating-scheme';
import type { RatingRow } from '../schema/rating-row';
import { boxOf, intersection, type Box } from './box';
import type { RatingFacts } from './rating-facts';
import { readFacts } from './read-facts';
import { fullSet } from './value-set';

/** What the table proposes, with the row that matched. A person rates; this is never the rating. */
export interface ProposedRating {
  readonly kind: 'proposed';
  readonly colour: Colour;
  readonly row: string;
  readonly reason: string;
}

/** The table cannot propose: what it still needs, in words and as input ids, in the pack's order. */
export interface CannotPropose {
  readonly kind: 'cannot-propose';
  readonly needs: readonly string[];
  readonly inputs: readonly string[];
}

/** Rows as boxes, worked out once for each table. */
const known = new WeakMap<PackRating, readonly (readonly [RatingRow, Box])[]>();

function rowsOf(rating: PackRating): readonly (readonly [RatingRow, Box])[] {
  const rows = known.get(rating) ?? rating.rows.map((row) => [row, boxOf(row, rating)] as const);
  known.set(rating, rows);
  return rows;
}

function rowsThatMeet(rating: PackRating, box: Box): RatingRow[] {
  return rowsOf(rating).flatMap(([row, own]) => (intersection(own, box) ? [row] : []));
}

function cannotPropose({ rating }: Pack, facts: RatingFacts): CannotPropose {
  const entries = Object.entries(rating.inputs);
  const box = readFacts(facts, rating);
  // As if each fact that is not known could still turn out to be anything: which rows could it come to, and what do they read?
  const open = box.map((set, index) => (facts[entries[index]?.[0] ?? ''] === NOT_KNOWN ? fullOf(index) : set));
  const reachable = rowsThatMeet(rating, open);
  const needed = entries.filter(
    ([id]) => facts[id] === NOT_KNOWN && reachable.some((row) => Object.hasOwn(row.when, id)),
  );
  return { kind: 'cannot-propose', needs: needed.map(([, input]) => input.need), inputs: needed.map(([id]) => id) };

  function fullOf(index: number): bigint {
    const input = entries[index]?.[1];
    return input ? fullSet(input) : 0n;
  }
}

/**
 * Reads a pack's rating table. A fact that is `not_known` matches only rows that do not read it, or name it.
 * @param pack a published pack: its table has neither gaps nor overlaps
 * @param facts every input of the pack, each with one of its values or `not_known`
 * @throws FactsDoNotFit where a fact is missing, not the pack's, or of a wrong type
 */
export function proposeRating(pack: Pack, facts: RatingFacts): ProposedRating | CannotPropose {
  const given = readFacts(facts, pack.rating);
  const [row, second] = rowsThatMeet(pack.rating, given);
  if (row && second) throw new Error(`Rows ${row.id} and ${second.id} both match: this pack was never published`);
  if (!row) return cannotPropose(pack, facts);
  return { kind: 'proposed', colour: row.colour, row: row.id, reason: row.reason };
}
