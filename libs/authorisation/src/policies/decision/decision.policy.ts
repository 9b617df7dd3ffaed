import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHub } from '../shared/role-groups';

/** What was decided for the children of an enquiry; its rationale stays sealed. */
export const DecisionSubject = z.object({ kind: z.literal('Decision'), ...caseAttributes });
export type DecisionSubject = z.infer<typeof DecisionSubject>;

/** `dissent`: put a differing view on record. `revisit`: take up again what a late answer flagged. */
export type DecisionAction = 'read' | 'make' | 'dissent' | 'revisit';

/** Managers decide; the hub reads and may dissent. */
export const decisionPolicy: Policy<Actor, DecisionAction, DecisionSubject> = (actor) => {
  if (actor.kind !== 'person' || !isHub(actor)) return [];
  const actions: DecisionAction[] = has(actor, 'mash-manager')
    ? ['read', 'dissent', 'make', 'revisit']
    : ['read', 'dissent'];
  return allow(actions, ...casesOpenTo(actor));
};
