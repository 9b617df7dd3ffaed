import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHubOrDoor, isLiaison } from '../shared/role-groups';

/** Somebody who works with the platform, by name. Says nothing of any family. */
export const StaffMemberSubject = z.object({
  kind: z.literal('StaffMember'),
  ...recordAttributes,
  ofHub: z.boolean().describe('An analyst or manager of the hub, who reads what agencies answer'),
});
export type StaffMemberSubject = z.infer<typeof StaffMemberSubject>;

export type StaffMemberAction = 'read';

/**
 * Those who work the queue together, and those who oversee them: "who has it, who decided, who looked" has to be a name for them. And the
 * administrator, who names accounts to answer for agencies: a number that nobody signs in with seats nobody. Liaison staff are told who is of the hub,
 * and no more: what they answer under handling code C may be for named people of it alone.
 */
export const staffMemberPolicy: Policy<Actor, StaffMemberAction, StaffMemberSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  if (isHubOrDoor(actor) || has(actor, 'ig-officer', 'auditor', 'partnership-admin'))
    return allow(['read'], { partnershipId });
  return isLiaison(actor) ? allow(['read'], { partnershipId, ofHub: true }) : [];
};
