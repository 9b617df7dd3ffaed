import type { Colour } from '@mash/contracts';
import type { Pack } from '../schema/pack';
import type { PackClock } from '../schema/pack-clock';
import type { ClockCode } from '../schema/pack-clocks';

/** Clocks that run the same at every colour. */
export type PlainClockCode = Exclude<ClockCode, ColourClockCode>;
/** Clocks that the colour sets. */
export type ColourClockCode = 'agency-return' | 'decide' | 'review';

/** @returns the clock of an obligation that does not go by colour. */
export const clockOf = (pack: Pack, code: PlainClockCode): PackClock => pack.clocks[code];

/**
 * The clock of an obligation at a colour; undefined where the pack asks nobody at this colour.
 * @throws RangeError where the colour is not in the pack's scheme
 */
export function clockOfColour(pack: Pack, code: ColourClockCode, colour: Colour): PackClock | undefined {
  const clock = pack.clocks[code][colour];
  if (clock === undefined) throw new RangeError(`${colour} is not in the scheme of pack ${pack.id}`);
  return clock === 'not-asked' ? undefined : clock;
}
