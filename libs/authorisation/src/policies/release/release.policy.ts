import { RouteTeam } from '@mash/contracts';
import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Condition, Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { isHubOrDoor, isLiaison, isPractitioner, teamsOf } from '../shared/role-groups';

/**
 * Asking `sharing` to open something sealed. Who may ask at all; the sharing decision then says what is shown. `audience`: `hub`
 * for work on the enquiry, `agency` for the request or answer of one agency, `team` for an outward product, `author` for one's own words.
 */
export const ReleaseSubject = z.object({
  kind: z.literal('Release'),
  ...caseAttributes,
  audience: z.enum(['hub', 'agency', 'team', 'author']),
  agencyId: z.string().nullable(),
  team: RouteTeam.nullable(),
  authorId: z.string().nullable(),
});
export type ReleaseSubject = z.infer<typeof ReleaseSubject>;

export type ReleaseAction = 'request';

/** Oversight (information governance, administration, audit) opens nothing: it sees that things were opened, never what they say. */
export const releasePolicy: Policy<Actor, ReleaseAction, ReleaseSubject> = (actor) => {
  if (actor.kind !== 'person' || !isPractitioner(actor)) return [];
  const { id, partnershipId, agencyId } = actor;
  const hub = casesOpenTo(actor).map((where) => ({ ...where, audience: 'hub' as const }));
  const ask = (...where: Condition<ReleaseSubject>[]) => allow(['request'] as const, ...where);
  return [
    ...ask({ partnershipId, audience: 'author', authorId: id }),
    ...(isHubOrDoor(actor) ? ask(...hub) : []),
    ...(isLiaison(actor) ? ask({ partnershipId, audience: 'agency', agencyId }) : []),
    ...teamsOf(actor).flatMap((team) => ask({ partnershipId, audience: 'team', team })),
  ];
};
