import { purposeOfThreshold, type EnquiryView, type Purpose } from '@mash/contracts';

/** Why the hub looks or asks, by the threshold that was judged last. */
export function purposeOf({ thresholds }: Pick<EnquiryView, 'thresholds'>): Purpose {
  const newest = [...thresholds].sort((a, b) => b.version - a.version)[0];
  return purposeOfThreshold(newest?.level ?? 'none');
}
