import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** A partnership's register: its bodies and their duties, who may sign for them, and under which name its agreements are public. */
export const AgencyRegisterSubject = z.object({ kind: z.literal('AgencyRegister'), ...recordAttributes });
export type AgencyRegisterSubject = z.infer<typeof AgencyRegisterSubject>;

/** `read`: with the names of those who sign. The list of bodies alone is open to everybody of the partnership. */
export type AgencyRegisterAction = 'read' | 'amend';

/** Who is bound by which duty decides what may be told: one role amends it, and the one that oversees it only reads. */
export const agencyRegisterPolicy: Policy<Actor, AgencyRegisterAction, AgencyRegisterSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  const grant = allow<AgencyRegisterAction, AgencyRegisterSubject>;
  return [
    ...(has(actor, 'partnership-admin') ? grant(['read', 'amend'], { partnershipId }) : []),
    ...(has(actor, 'ig-officer') ? grant(['read'], { partnershipId }) : []),
  ];
};
