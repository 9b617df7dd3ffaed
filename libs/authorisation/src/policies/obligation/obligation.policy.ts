import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHub, isLiaison } from '../shared/role-groups';

/** A dated task that follows from sharing decisions (rule book section 5): a code, an owner, a day. */
export const ObligationSubject = z.object({
  kind: z.literal('Obligation'),
  ...caseAttributes,
  ownerGroup: z
    .enum(['hub', 'manager', 'door', 'agency', 'ig', 'admin', 'system'])
    .describe(
      'Whose work it is: the hub, its managers, the contact officers, an agency, information governance, the administrator',
    ),
  ownerAgencyId: z.string().describe('The agency whose staff owe it; empty where nobody outside the hub does'),
  climbedTo: z.enum(['nobody', 'manager', 'ig']).describe('Who sees it too, since it is late'),
});
export type ObligationSubject = z.infer<typeof ObligationSubject>;

export type ObligationAction = 'read' | 'complete';

const both: ObligationAction[] = ['read', 'complete'];

/** Each owner sees and completes theirs; the hub sees those of its enquiries, its managers complete what the hub owes; late ones show one rung up. */
export const obligationPolicy: Policy<Actor, ObligationAction, ObligationSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  const cases = casesOpenTo(actor);
  const groups = [
    ...(isHub(actor) ? (['hub'] as const) : []),
    ...(has(actor, 'mash-manager') ? (['manager', 'door'] as const) : []),
  ];
  return [
    ...groups.flatMap((ownerGroup) =>
      cases.flatMap((where) => allow<ObligationAction, ObligationSubject>(both, { ...where, ownerGroup })),
    ),
    ...(isHub(actor) ? allow<ObligationAction, ObligationSubject>(['read'], ...cases) : []),
    ...(has(actor, 'contact-officer')
      ? cases.flatMap((where) => allow<ObligationAction, ObligationSubject>(both, { ...where, ownerGroup: 'door' }))
      : []),
    ...(isLiaison(actor)
      ? allow<ObligationAction, ObligationSubject>(both, {
          ...unconflicted,
          ownerGroup: 'agency',
          ownerAgencyId: agencyId,
        })
      : []),
    ...(has(actor, 'ig-officer')
      ? [
          ...allow<ObligationAction, ObligationSubject>(both, { ...unconflicted, ownerGroup: 'ig' }),
          ...allow<ObligationAction, ObligationSubject>(['read'], { ...unconflicted, climbedTo: 'ig' }),
        ]
      : []),
    ...(has(actor, 'partnership-admin')
      ? allow<ObligationAction, ObligationSubject>(both, { ...unconflicted, ownerGroup: 'admin' })
      : []),
  ];
};
