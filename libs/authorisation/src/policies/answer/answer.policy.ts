import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { isHub, isLiaison } from '../shared/role-groups';

/** A sealed answer: that it is there, and its envelope. What is inside opens by a `Release` alone. */
export const AnswerSubject = z.object({ kind: z.literal('Answer'), ...caseAttributes, agencyId: z.string() });
export type AnswerSubject = z.infer<typeof AnswerSubject>;

export type AnswerAction = 'read';

/** The hub, for its enquiries; the agency that gave it, for its own. */
export const answerPolicy: Policy<Actor, AnswerAction, AnswerSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId, agencyId } = actor;
  return [
    ...(isHub(actor) ? allow<AnswerAction, AnswerSubject>(['read'], ...casesOpenTo(actor)) : []),
    ...(isLiaison(actor)
      ? allow<AnswerAction, AnswerSubject>(['read'], { partnershipId, agencyId, conflicts: { $ne: actor.id } })
      : []),
  ];
};
