import { londonDate } from '@mash/clocks';

/** A London day, ISO, in words: `25 October 2026`. */
export const dayWords = (day: string): string => londonDate(new Date(`${day}T12:00:00Z`));
