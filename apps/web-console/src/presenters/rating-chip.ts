import type { Colour } from '@mash/contracts';

/** A rating as a chip: word, shape, colour and border (macros/chips.njk). */
export interface RatingChip {
  readonly look: Colour | 'none' | 'proposed';
  readonly shape: string;
  readonly text: string;
}

const SHAPES: Readonly<Record<Colour, { shape: string; word: string }>> = {
  red: { shape: '▲', word: 'Red' },
  amber: { shape: '◆', word: 'Amber' },
  green: { shape: '●', word: 'Green' },
  blue: { shape: '■', word: 'Blue' },
};

/** The rating of an enquiry; without one a dashed "Not rated". */
export function ratingChip(colour: Colour | undefined): RatingChip {
  if (colour === undefined) return { look: 'none', shape: '○', text: 'Not rated' };
  return { look: colour, shape: SHAPES[colour].shape, text: SHAPES[colour].word };
}

/** What the pack's table proposes: an outline only, never drawn like a rating. */
export function proposedRatingChip(colour: Colour): RatingChip {
  return { look: 'proposed', shape: SHAPES[colour].shape, text: `Proposed: ${SHAPES[colour].word}` };
}
