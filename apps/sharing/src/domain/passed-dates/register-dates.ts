import { startOfLondonDay } from '../decision';
import type { Named } from '../duty-of';

/** The instants, in milliseconds since 1970, at which the duty to share comes to name these bodies, as the register says of each (s16LA). */
export const registerDates = (bodies: readonly Named[]): number[] =>
  bodies.flatMap(({ bound, boundFrom }) => (bound && typeof boundFrom === 'string' ? startOfLondonDay(boundFrom) : []));
