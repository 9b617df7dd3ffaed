import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { isHub, isPractitioner } from '../shared/role-groups';

/** What the referrer is told, or why not. `referrerId`: the referrer's account, where they have one. */
export const FeedbackSubject = z.object({
  kind: z.literal('Feedback'),
  ...caseAttributes,
  referrerId: z.string().nullable(),
  sent: z.boolean(),
});
export type FeedbackSubject = z.infer<typeof FeedbackSubject>;

/** `settle`: send it, or record why it is not sent. */
export type FeedbackAction = 'read' | 'settle';

/** The hub tells; a referrer reads what was sent to them, and nothing before. */
export const feedbackPolicy: Policy<Actor, FeedbackAction, FeedbackSubject> = (actor) => {
  if (actor.kind !== 'person' || !isPractitioner(actor)) return [];
  const { id, partnershipId } = actor;
  return [
    ...allow<FeedbackAction, FeedbackSubject>(['read'], { partnershipId, referrerId: id, sent: true }),
    ...(isHub(actor) ? allow<FeedbackAction, FeedbackSubject>(['read'], ...casesOpenTo(actor)) : []),
    ...(isHub(actor)
      ? casesOpenTo(actor).flatMap((where) =>
          allow<FeedbackAction, FeedbackSubject>(['settle'], { ...where, sent: false }),
        )
      : []),
  ];
};
