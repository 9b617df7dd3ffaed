import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Condition, Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHub, isLiaison } from '../shared/role-groups';

/** PERMIT, DENY or REVIEW with its reasons: codes, no content. */
export const SharingDecisionSubject = z.object({
  kind: z.literal('SharingDecision'),
  ...caseAttributes,
  holderAgencyId: z.string(),
});
export type SharingDecisionSubject = z.infer<typeof SharingDecisionSubject>;

export type SharingDecisionAction = 'read';

/** The hub for its enquiries, information governance for all, the holder for decisions about its own information. */
export const sharingDecisionPolicy: Policy<Actor, SharingDecisionAction, SharingDecisionSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  const read = (...where: Condition<SharingDecisionSubject>[]) => allow(['read'] as const, ...where);
  return [
    ...(isHub(actor) ? read(...casesOpenTo(actor)) : []),
    ...(has(actor, 'ig-officer') ? read(unconflicted) : []),
    ...(isLiaison(actor) ? read({ ...unconflicted, holderAgencyId: agencyId }) : []),
  ];
};
