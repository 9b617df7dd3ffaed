import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHubOrDoor } from '../shared/role-groups';

/** Somebody who works with the platform, by name. Says nothing of any family. */
export const StaffMemberSubject = z.object({ kind: z.literal('StaffMember'), ...recordAttributes });
export type StaffMemberSubject = z.infer<typeof StaffMemberSubject>;

export type StaffMemberAction = 'read';

/**
 * Those who work the queue together, and those who oversee them: "who has it, who decided, who looked" has to be a name for them. And the
 * administrator, who names accounts to answer for agencies: a number that nobody signs in with seats nobody.
 */
export const staffMemberPolicy: Policy<Actor, StaffMemberAction, StaffMemberSubject> = (actor) =>
  actor.kind === 'person' && (isHubOrDoor(actor) || has(actor, 'ig-officer', 'auditor', 'partnership-admin'))
    ? allow(['read'], { partnershipId: actor.partnershipId })
    : [];
