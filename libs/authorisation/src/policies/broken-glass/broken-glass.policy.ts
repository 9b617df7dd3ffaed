import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** One time that somebody opened a restricted enquiry that was closed to them. `accountId` is who did. */
export const BrokenGlassSubject = z.object({
  kind: z.literal('BrokenGlass'),
  ...recordAttributes,
  accountId: z.string(),
});
export type BrokenGlassSubject = z.infer<typeof BrokenGlassSubject>;

/** `end`: shut it again before its time. `review`: say afterwards whether it was right. */
export type BrokenGlassAction = 'read' | 'end' | 'review';

/** Whoever broke it sees and ends their own; information governance sees all and reviews, never its own; the auditor sees what became of it. */
export const brokenGlassPolicy: Policy<Actor, BrokenGlassAction, BrokenGlassSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId } = actor;
  return [
    ...allow<BrokenGlassAction, BrokenGlassSubject>(['read', 'end'], { partnershipId, accountId: id }),
    ...(has(actor, 'ig-officer', 'auditor')
      ? allow<BrokenGlassAction, BrokenGlassSubject>(['read'], { partnershipId })
      : []),
    ...(has(actor, 'ig-officer')
      ? allow<BrokenGlassAction, BrokenGlassSubject>(['end', 'review'], { partnershipId, accountId: { $ne: id } })
      : []),
  ];
};
