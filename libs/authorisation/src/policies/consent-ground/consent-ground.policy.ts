import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has } from '../shared/role-groups';

/** Somebody's own ground for not seeking consent. It counts as none until a manager, other than who wrote it down, accepts it. */
export const ConsentGroundSubject = z.object({
  kind: z.literal('ConsentGround'),
  ...caseAttributes,
  recordedBy: z.string(),
  decided: z.boolean(),
});
export type ConsentGroundSubject = z.infer<typeof ConsentGroundSubject>;

export type ConsentGroundAction = 'decide';

/** Rule book section 6: `NS_TEXT` is none until a manager accepts it. Nobody accepts their own. */
export const consentGroundPolicy: Policy<Actor, ConsentGroundAction, ConsentGroundSubject> = (actor) =>
  actor.kind === 'person' && has(actor, 'mash-manager')
    ? casesOpenTo(actor).flatMap((where) =>
        allow<ConsentGroundAction, ConsentGroundSubject>(['decide'], {
          ...where,
          recordedBy: { $ne: actor.id },
          decided: false,
        }),
      )
    : [];
