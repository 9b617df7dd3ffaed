import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isLiaison } from '../shared/role-groups';

/** A REVIEW that waits for a human of the agency whose information it is. `releaserIds`: the named releaser and the deputy. */
export const ReviewSubject = z.object({
  kind: z.literal('Review'),
  ...caseAttributes,
  holderAgencyId: z.string(),
  releaserIds: z.array(z.string()),
  open: z.boolean(),
});
export type ReviewSubject = z.infer<typeof ReviewSubject>;

/** `override`: a hub manager's own permission, with ground and reason; the holder is told at once. */
export type ReviewAction = 'read' | 'answer' | 'override';

/** The holder's named releasers answer; its other liaison staff and the hub's managers see that it waits; managers may override. Information governance sees and answers its own alone. */
export const reviewPolicy: Policy<Actor, ReviewAction, ReviewSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const isManager = has(actor, 'mash-manager');
  const mayBeNamed = isLiaison(actor) || isManager || has(actor, 'ig-officer');
  const held = { partnershipId, holderAgencyId: agencyId };
  const named = { ...held, releaserIds: id };
  return [
    ...(isLiaison(actor) ? allow<ReviewAction, ReviewSubject>(['read'], held) : []),
    ...(mayBeNamed ? allow<ReviewAction, ReviewSubject>(['read'], named) : []),
    ...(mayBeNamed ? allow<ReviewAction, ReviewSubject>(['answer'], { ...named, open: true }) : []),
    ...(isManager ? allow<ReviewAction, ReviewSubject>(['read'], ...casesOpenTo(actor)) : []),
    ...(isManager
      ? casesOpenTo(actor).flatMap((where) =>
          allow<ReviewAction, ReviewSubject>(['override'], { ...where, open: true }),
        )
      : []),
  ];
};
