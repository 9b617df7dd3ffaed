import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHub, isLiaison } from '../shared/role-groups';

/** Who answers for one agency: its named releasers, deputies, senior, safeguarding lead and duty route. Staff, nothing about any family. */
export const ReleaserRegisterSubject = z.object({
  kind: z.literal('ReleaserRegister'),
  ...recordAttributes,
  agencyId: z.string(),
  agencyDesk: z.boolean().describe("It is about one of the agency's own desks, not about one of the partnership's"),
  keeperIds: z
    .array(z.string())
    .describe("The agency's named senior and safeguarding lead: they keep their own agency's part"),
});
export type ReleaserRegisterSubject = z.infer<typeof ReleaserRegisterSubject>;

export type ReleaserRegisterAction = 'read' | 'keep';

/**
 * The administrator keeps all of it, an agency's named senior or safeguarding lead their own agency's desks and none of the partnership's: whoever filled
 * those would answer for the hub, its lawyers, the adoption agency or information governance. The hub and its overseers read it, an agency its own part.
 */
export const releaserRegisterPolicy: Policy<Actor, ReleaserRegisterAction, ReleaserRegisterSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const isStaff = isLiaison(actor) || has(actor, 'social-care-manager');
  return [
    ...(has(actor, 'partnership-admin')
      ? allow<ReleaserRegisterAction, ReleaserRegisterSubject>(['read', 'keep'], { partnershipId })
      : []),
    ...(isHub(actor) || has(actor, 'ig-officer')
      ? allow<ReleaserRegisterAction, ReleaserRegisterSubject>(['read'], { partnershipId })
      : []),
    ...(isStaff ? allow<ReleaserRegisterAction, ReleaserRegisterSubject>(['read'], { partnershipId, agencyId }) : []),
    ...(isStaff
      ? allow<ReleaserRegisterAction, ReleaserRegisterSubject>(['keep'], {
          ...{ partnershipId, agencyId, keeperIds: id },
          agencyDesk: true,
        })
      : []),
  ];
};
