import { createHash } from 'node:crypto';
import type { RouteTeam } from '../core/codes';

/** As which audience each team reads its handover (rule book, section 1 "audience"). */
export const AUDIENCE_OF_TEAM = {
  'social-care': 'team_sc',
  'early-help': 'team_eh',
  'other-service': 'team_other',
  universal: 'team_other',
} as const satisfies Record<RouteTeam, string>;

/** What a handover was put together as: for whom, and about whom. */
export interface HandoverIs {
  readonly productId: string;
  /** `team_sc`, `team_eh` or `team_other`. */
  readonly audience: string;
  readonly toAgencyId: string;
  readonly personIds: readonly string[];
}

/**
 * Stands for whom a handover is for and about, and names neither: `sharing` says it of a handover that may go, and `decision` gives the case to nobody
 * for whom its own does not match. In whatever order the people are listed.
 * @returns SHA-256, 64 hexadecimal digits
 */
export function handoverDigest({ productId, audience, toAgencyId, personIds }: HandoverIs): string {
  const people = [...new Set(personIds)].sort();
  return createHash('sha256')
    .update(JSON.stringify([productId, audience, toAgencyId, people]), 'utf8')
    .digest('hex');
}
