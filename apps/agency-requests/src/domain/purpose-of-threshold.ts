import type { Purpose, ThresholdLevel } from '@mash/contracts';

const PURPOSES: Readonly<Record<ThresholdLevel, Purpose>> = {
  none: 'SCREEN',
  early_help: 'EH',
  s17: 'S17',
  s47: 'S47',
};

/** The truthful purpose of asking follows the threshold a person has judged, never the colour (AB v Haringey [2013]). */
export const purposeOfThreshold = (threshold: ThresholdLevel): Purpose => PURPOSES[threshold];
