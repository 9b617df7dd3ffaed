import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { isHub, isHubOrDoor } from '../shared/role-groups';

/** Somebody in the people index: names and identifiers, in the clear because they are searched. */
export const PersonSubject = z.object({ kind: z.literal('Person'), ...recordAttributes });
export type PersonSubject = z.infer<typeof PersonSubject>;

export type PersonAction = 'read' | 'create' | 'amend';

/** The hub keeps the index; those who take contacts may search it, to know a caller's family. Agencies get names inside their requests. */
export const personPolicy: Policy<Actor, PersonAction, PersonSubject> = (actor) => {
  if (actor.kind !== 'person' || !isHubOrDoor(actor)) return [];
  const actions: PersonAction[] = isHub(actor) ? ['read', 'create', 'amend'] : ['read'];
  return allow(actions, { partnershipId: actor.partnershipId });
};
