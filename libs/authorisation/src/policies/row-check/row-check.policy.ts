import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** A check of rows, as far as it is about one partnership's. */
export const RowCheckSubject = z.object({ kind: z.literal('RowCheck'), ...recordAttributes });
export type RowCheckSubject = z.infer<typeof RowCheckSubject>;

export type RowCheckAction = 'read' | 'acknowledge';

/** Information governance answers for what a check found; the auditor sees what it found, and acknowledges nothing. */
export const rowCheckPolicy: Policy<Actor, RowCheckAction, RowCheckSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  return [
    ...(has(actor, 'ig-officer', 'auditor') ? allow<RowCheckAction, RowCheckSubject>(['read'], { partnershipId }) : []),
    ...(has(actor, 'ig-officer') ? allow<RowCheckAction, RowCheckSubject>(['acknowledge'], { partnershipId }) : []),
  ];
};
