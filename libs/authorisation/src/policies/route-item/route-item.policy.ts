import { RouteTeam } from '@mash/contracts';
import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHub, teamsOf } from '../shared/role-groups';

/** A case on its way to a receiving team. `open`: neither accepted nor returned. */
export const RouteItemSubject = z.object({
  kind: z.literal('RouteItem'),
  ...caseAttributes,
  team: RouteTeam,
  open: z.boolean(),
});
export type RouteItemSubject = z.infer<typeof RouteItemSubject>;

/** `answer`: accept, or return with a reason. */
export type RouteItemAction = 'read' | 'answer';

/** A team sees what was sent to it and nothing else of the hub's work; those who answer for it accept or return. */
export const routeItemPolicy: Policy<Actor, RouteItemAction, RouteItemSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId } = actor;
  const sent = { partnershipId, conflicts: { $ne: id } };
  const answersForTeam = has(actor, 'early-help-coordinator', 'social-care-manager', 'emergency-duty');
  return [
    ...(isHub(actor) ? allow<RouteItemAction, RouteItemSubject>(['read'], ...casesOpenTo(actor)) : []),
    ...teamsOf(actor).flatMap((team) => [
      ...allow<RouteItemAction, RouteItemSubject>(['read'], { ...sent, team }),
      ...(answersForTeam ? allow<RouteItemAction, RouteItemSubject>(['answer'], { ...sent, team, open: true }) : []),
    ]),
  ];
};
