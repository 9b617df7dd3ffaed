import type { EnquiryView, Purpose, ThresholdLevel } from '@mash/contracts';

const PURPOSES: Readonly<Record<ThresholdLevel, Purpose>> = {
  none: 'SCREEN',
  early_help: 'EH',
  s17: 'S17',
  s47: 'S47',
};

/** Why the hub looks or asks: it follows the threshold that a person has judged, and is never more than that. */
export function purposeOf({ thresholds }: Pick<EnquiryView, 'thresholds'>): Purpose {
  const newest = [...thresholds].sort((a, b) => b.version - a.version)[0];
  return PURPOSES[newest?.level ?? 'none'];
}
