import type { Colour, RatingProposal } from '@mash/contracts';
import { ratingChip, type RatingChip } from '../../presenters/rating-chip';

/** The pack's own words: criteria of each colour, and the table with the row that matched. */
export interface CriteriaView {
  readonly pack: string;
  readonly colours: readonly { readonly chip: RatingChip; readonly criteria: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly chip: RatingChip;
    readonly when: string;
    readonly reason: string;
    readonly matched: boolean;
  }[];
}

const URGENCY: readonly Colour[] = ['red', 'amber', 'green', 'blue'];

export function criteriaView({ pack, colours, rows, proposed }: RatingProposal): CriteriaView {
  return {
    pack: `${pack.id.charAt(0).toUpperCase()}${pack.id.slice(1)}, version ${pack.version}`,
    colours: colours.map(({ colour, criteria }) => ({ chip: ratingChip(colour), criteria })),
    rows: rows.map(({ id, colour, when, reason }) => ({
      id,
      chip: ratingChip(colour),
      when,
      reason,
      matched: id === proposed?.row,
    })),
  };
}

/** Rows of a more urgent colour than the one proposed: each says what would have to be so. */
export function whatDoesNotFit({ rows, proposed }: RatingProposal): string[] {
  if (proposed === undefined) return [];
  const place = URGENCY.indexOf(proposed.colour);
  return rows
    .filter(({ colour }) => URGENCY.indexOf(colour) < place)
    .map(({ id, colour, when }) => `${ratingChip(colour).text}, row ${id}, would need: ${when}`);
}
