import type { SystemKeyState } from '@mash/contracts';

export interface KeyTimes {
  readonly validFrom: Date;
  readonly validTo: Date;
  /** When the overlap with the key that follows it is over. */
  readonly replacedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** The first moment at which its signatures count no longer, revocation apart. */
export const endOf = ({ validTo, replacedAt }: Pick<KeyTimes, 'validTo' | 'replacedAt'>): Date =>
  replacedAt !== null && replacedAt < validTo ? replacedAt : validTo;

/** How a key stands at a moment. */
export function keyStanding(times: KeyTimes, now: Date): SystemKeyState {
  if (times.revokedAt !== null) return 'revoked';
  if (now >= endOf(times)) return 'ended';
  if (now < times.validFrom) return 'coming';
  return times.replacedAt === null ? 'current' : 'ending';
}
