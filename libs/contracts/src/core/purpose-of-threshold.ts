import type { Purpose, ThresholdLevel } from './codes';

const WORK: Readonly<Record<ThresholdLevel, Purpose>> = { none: 'SCREEN', early_help: 'EH', s17: 'S17', s47: 'S47' };

/**
 * The truthful purpose of the hub's work, of looking as of asking: it follows the threshold that a qualified person has judged, never the colour,
 * and is never more than that (AB v Haringey [2013]).
 */
export const purposeOfThreshold = (threshold: ThresholdLevel): Purpose => WORK[threshold];
