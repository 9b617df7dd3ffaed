import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor, PersonActor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isLiaison, MAY_OVERRIDE } from '../shared/role-groups';

/** A REVIEW that waits for a human of the agency whose information it is. */
export const ReviewSubject = z.object({
  kind: z.literal('Review'),
  ...caseAttributes,
  holderAgencyId: z.string(),
  agencyDesk: z.boolean().describe("It waits at an agency's own desk, not at one of the partnership"),
  releaserIds: z.array(z.string()).describe('Who may answer at the level that it has climbed to'),
  open: z.boolean(),
  released: z.boolean().optional().describe('A human has released it'),
  climbed: z.boolean().describe('Twice its time is gone: the hub manager and information governance see it'),
  overridable: z.boolean().describe('Open or refused: what was released needs no override'),
  absentToHub: z
    .boolean()
    .describe('What it is about is absent to the hub, and somebody else can answer: that it waits would tell of it'),
  askerIds: z.array(z.string()).describe('Who asked the question: they neither answer nor override it'),
});
export type ReviewSubject = z.infer<typeof ReviewSubject>;

/** `override`: a permitted manager's own permission, with ground and reason; the holder is told at once. */
export type ReviewAction = 'read' | 'answer' | 'override';

/** Whether somebody may see what waits at another agency's desk: managers watch all of it, information governance what has climbed to it. */
export const seesOtherDesks = (actor: PersonActor): boolean => has(actor, 'mash-manager', 'ig-officer');

/**
 * Those who are named answer, by the level that is reached; the holder's other liaison staff and the hub's managers see that it waits, save what is
 * absent to the hub (rule book, section 2: visibility), of which a manager learns when it has climbed to them. Managers
 * with clearance `override` who did not ask may override. Information governance sees and answers its own, and sees what has climbed
 * to it and what a human released. Nobody reads or answers about a family that they are in conflict about.
 */
export const reviewPolicy: Policy<Actor, ReviewAction, ReviewSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const isManager = has(actor, 'mash-manager');
  const isGovernance = has(actor, 'ig-officer');
  const mayBeNamed =
    isLiaison(actor) || isManager || isGovernance || has(actor, 'social-care-manager', 'emergency-duty');
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  const held = { ...unconflicted, holderAgencyId: agencyId };
  const named = { ...held, releaserIds: id };
  const openCases = casesOpenTo(actor).map((where) => ({ ...where, absentToHub: false }));
  return [
    ...(isLiaison(actor) ? allow<ReviewAction, ReviewSubject>(['read'], { ...held, agencyDesk: true }) : []),
    ...(mayBeNamed ? allow<ReviewAction, ReviewSubject>(['read'], named) : []),
    ...(mayBeNamed
      ? allow<ReviewAction, ReviewSubject>(['answer'], { ...named, open: true, askerIds: { $ne: id } })
      : []),
    ...(isGovernance ? allow<ReviewAction, ReviewSubject>(['read'], { ...unconflicted, climbed: true }) : []),
    ...(isGovernance ? allow<ReviewAction, ReviewSubject>(['read'], { ...unconflicted, released: true }) : []),
    ...(isManager ? allow<ReviewAction, ReviewSubject>(['read'], ...openCases) : []),
    ...(isManager && actor.clearances.includes(MAY_OVERRIDE)
      ? openCases.flatMap((where) =>
          allow<ReviewAction, ReviewSubject>(['override'], { ...where, overridable: true, askerIds: { $ne: id } }),
        )
      : []),
  ];
};
