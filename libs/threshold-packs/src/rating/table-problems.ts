import type { PackRating } from '../schema/rating-scheme';
import type { RatingRow } from '../schema/rating-row';
import { boxOf, caseWords, intersection, knownSpace, without, type Box } from './box';

interface BoxedRow {
  readonly row: RatingRow;
  readonly box: Box;
}

function overlaps(rows: readonly BoxedRow[], rating: PackRating): string[] {
  return rows.flatMap((a, index) =>
    rows.slice(index + 1).flatMap((b) => {
      const both = intersection(a.box, b.box);
      return both ? [`rows ${a.row.id} and ${b.row.id} both match: ${caseWords(both, rating)}`] : [];
    }),
  );
}

function gaps(rows: readonly BoxedRow[], rating: PackRating): string[] {
  const uncovered = rows.reduce<Box[]>(
    (left, { box }) => left.flatMap((piece) => without(piece, box)),
    [knownSpace(rating)],
  );
  const [first] = uncovered;
  return first ? [`no row matches: ${caseWords(first, rating)}`] : [];
}

/**
 * What is wrong with a rating table: a condition that does not fit, two rows for one case (whatever their colours), or a case whose
 * facts are all known and that no row matches. The whole closed space of inputs is covered exactly, not sampled.
 */
export function tableProblems(rating: PackRating): string[] {
  const rows: BoxedRow[] = [];
  const misfits: string[] = [];
  for (const row of rating.rows) {
    try {
      rows.push({ row, box: boxOf(row, rating) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      misfits.push(error.message);
    }
  }
  return misfits.length > 0 ? misfits : [...overlaps(rows, rating), ...gaps(rows, rating)];
}
