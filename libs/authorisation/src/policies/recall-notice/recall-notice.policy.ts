import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { isPractitioner } from '../shared/role-groups';

/** What one who saw a recalled thing is told: destroy it, and say that you did. */
export const RecallNoticeSubject = z.object({
  kind: z.literal('RecallNotice'),
  ...recordAttributes,
  recipientId: z.string().describe('Account; empty where a whole desk was told'),
  recipientAgencyId: z.string(),
});
export type RecallNoticeSubject = z.infer<typeof RecallNoticeSubject>;

export type RecallNoticeAction = 'read' | 'confirm';

/** Each confirms for themselves: nobody knows what somebody else has kept. What a desk was told, its own agency confirms. */
export const recallNoticePolicy: Policy<Actor, RecallNoticeAction, RecallNoticeSubject> = (actor) => {
  if (actor.kind !== 'person' || !isPractitioner(actor)) return [];
  const { id, partnershipId, agencyId } = actor;
  return [
    ...allow<RecallNoticeAction, RecallNoticeSubject>(['read', 'confirm'], { partnershipId, recipientId: id }),
    ...allow<RecallNoticeAction, RecallNoticeSubject>(['read', 'confirm'], {
      partnershipId,
      recipientId: '',
      recipientAgencyId: agencyId,
    }),
  ];
};
