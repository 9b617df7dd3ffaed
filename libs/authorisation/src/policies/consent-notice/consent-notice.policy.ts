import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { isLiaison, teamsOf } from '../shared/role-groups';

/** A body that holds something about a person was told that consent changed. */
export const ConsentNoticeSubject = z.object({
  kind: z.literal('ConsentNotice'),
  ...caseAttributes,
  agencyId: z.string(),
  confirmed: z.boolean(),
});
export type ConsentNoticeSubject = z.infer<typeof ConsentNoticeSubject>;

/** `confirm`: say what became of what was held. */
export type ConsentNoticeAction = 'read' | 'confirm';

/** A body's liaison staff and its receiving teams read and confirm their own body's, and nobody else's; never with a conflict of interest. */
export const consentNoticePolicy: Policy<Actor, ConsentNoticeAction, ConsentNoticeSubject> = (actor) => {
  if (actor.kind !== 'person' || !(isLiaison(actor) || teamsOf(actor).length > 0)) return [];
  const { id, partnershipId, agencyId } = actor;
  const own = { partnershipId, agencyId, conflicts: { $ne: id } };
  return [
    ...allow<ConsentNoticeAction, ConsentNoticeSubject>(['read'], own),
    ...allow<ConsentNoticeAction, ConsentNoticeSubject>(['confirm'], { ...own, confirmed: false }),
  ];
};
