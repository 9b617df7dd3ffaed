import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isLiaison, MAY_OVERRIDE } from '../shared/role-groups';

/** An override of one REVIEW or refusal, for one thing and one recipient: ground and reason, never the thing itself. */
export const OverrideSubject = z.object({
  kind: z.literal('Override'),
  ...caseAttributes,
  holderAgencyId: z.string(),
  waiting: z.boolean().describe('For its second person'),
  inForce: z.boolean(),
  barredIds: z.array(z.string()).describe('Who asked and who proposed it: neither is its second person'),
});
export type OverrideSubject = z.infer<typeof OverrideSubject>;

/** `acknowledge`: the holder has seen that its information was shared. `judge`: information governance's view of it afterwards. */
export type OverrideAction = 'read' | 'confirm' | 'acknowledge' | 'judge';

/** Managers and information governance read; a second permitted manager confirms; the holder is told; information governance judges. */
export const overridePolicy: Policy<Actor, OverrideAction, OverrideSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  const isManager = has(actor, 'mash-manager');
  const confirms = isManager && actor.clearances.includes(MAY_OVERRIDE);
  return [
    ...(isManager ? allow<OverrideAction, OverrideSubject>(['read'], ...casesOpenTo(actor)) : []),
    ...(confirms
      ? casesOpenTo(actor).flatMap((where) =>
          allow<OverrideAction, OverrideSubject>(['confirm'], { ...where, waiting: true, barredIds: { $ne: id } }),
        )
      : []),
    ...(has(actor, 'ig-officer') ? allow<OverrideAction, OverrideSubject>(['read'], unconflicted) : []),
    ...(has(actor, 'ig-officer')
      ? allow<OverrideAction, OverrideSubject>(['judge'], { ...unconflicted, inForce: true })
      : []),
    ...(isLiaison(actor)
      ? allow<OverrideAction, OverrideSubject>(['acknowledge'], {
          ...unconflicted,
          holderAgencyId: agencyId,
          inForce: true,
        })
      : []),
  ];
};
