import type { ReasonCode } from './reason-code';
import { REASON_CATALOGUE } from './reason-catalogue';

export type PublicReason = ReasonCode | 'HOLD' | 'WITHHELD';

/** The reasons as a reader may see them: those marked ~ read HOLD or WITHHELD to all but the holder, each word once. */
export function reasonsAsRead(reasons: readonly ReasonCode[], reader: 'holder' | 'other'): readonly PublicReason[] {
  if (reader === 'holder') return reasons;
  return [...new Set(reasons.map((reason): PublicReason => REASON_CATALOGUE[reason].readsAs ?? reason))];
}
