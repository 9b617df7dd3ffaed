import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Grant, Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** Destroying the keys of an enquiry, asked for by one person and confirmed by another. */
export const ErasureSubject = z.object({
  kind: z.literal('Erasure'),
  ...recordAttributes,
  requestedBy: z.string(),
  state: z.enum(['none', 'requested', 'withdrawn', 'erased']),
});
export type ErasureSubject = z.infer<typeof ErasureSubject>;

export type ErasureAction = 'read' | 'request' | 'confirm' | 'withdraw';

/** Information governance asks; somebody else of information governance, or a hub manager, confirms. Nobody confirms what they asked for. */
export const erasurePolicy: Policy<Actor, ErasureAction, ErasureSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId } = actor;
  const grant = (actions: ErasureAction[], where: object = {}): Grant<ErasureAction, ErasureSubject>[] =>
    allow<ErasureAction, ErasureSubject>(actions, { partnershipId, ...where });
  const waiting = { state: 'requested' } as const;
  return [
    ...(has(actor, 'ig-officer', 'mash-manager', 'auditor') ? grant(['read']) : []),
    ...(has(actor, 'ig-officer') ? [...grant(['request'], { state: 'none' }), ...grant(['withdraw'], waiting)] : []),
    ...(has(actor, 'ig-officer', 'mash-manager') ? grant(['confirm'], { ...waiting, requestedBy: { $ne: id } }) : []),
  ];
};
