import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** The record of a personal data breach (UK GDPR article 33(5)). */
export const BreachSubject = z.object({ kind: z.literal('Breach'), ...recordAttributes });
export type BreachSubject = z.infer<typeof BreachSubject>;

export type BreachAction = 'read' | 'state' | 'export';

/** The controller's officer decides and writes; the auditor sees that it was done. */
export const breachPolicy: Policy<Actor, BreachAction, BreachSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  return [
    ...(has(actor, 'ig-officer', 'auditor') ? allow<BreachAction, BreachSubject>(['read'], { partnershipId }) : []),
    ...(has(actor, 'ig-officer') ? allow<BreachAction, BreachSubject>(['state', 'export'], { partnershipId }) : []),
  ];
};
