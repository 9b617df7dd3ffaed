import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** The signing key of an agency's own system; holds nothing about any family. */
export const SystemKeySubject = z.object({ kind: z.literal('SystemKey'), ...recordAttributes });
export type SystemKeySubject = z.infer<typeof SystemKeySubject>;

export type SystemKeyAction = 'read' | 'register' | 'revoke';

/** Administrators keep the register; information governance sees it and may pull the brake. No system registers itself. */
export const systemKeyPolicy: Policy<Actor, SystemKeyAction, SystemKeySubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  return [
    ...(has(actor, 'partnership-admin', 'ig-officer')
      ? allow<SystemKeyAction, SystemKeySubject>(['read', 'revoke'], { partnershipId })
      : []),
    ...(has(actor, 'partnership-admin')
      ? allow<SystemKeyAction, SystemKeySubject>(['register'], { partnershipId })
      : []),
  ];
};
