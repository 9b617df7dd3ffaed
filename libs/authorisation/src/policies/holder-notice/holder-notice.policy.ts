import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { isLiaison } from '../shared/role-groups';

/** A holder is told that something of its own was told in immediate protection. */
export const HolderNoticeSubject = z.object({
  kind: z.literal('HolderNotice'),
  ...caseAttributes,
  agencyId: z.string().describe('Whose information was told'),
});
export type HolderNoticeSubject = z.infer<typeof HolderNoticeSubject>;

/** `acknowledge`: somebody there has seen it. */
export type HolderNoticeAction = 'read' | 'acknowledge';

/** An agency's liaison staff read and acknowledge their own agency's, and nobody else's; never with a conflict of interest. */
export const holderNoticePolicy: Policy<Actor, HolderNoticeAction, HolderNoticeSubject> = (actor) => {
  if (actor.kind !== 'person' || !isLiaison(actor)) return [];
  const { id, partnershipId, agencyId } = actor;
  const own = { partnershipId, agencyId, conflicts: { $ne: id } };
  return allow<HolderNoticeAction, HolderNoticeSubject>(['read', 'acknowledge'], own);
};
