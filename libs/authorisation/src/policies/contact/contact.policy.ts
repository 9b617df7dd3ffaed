import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHubOrDoor, isPractitioner } from '../shared/role-groups';

/** The log of a concern. `authorId`: the account (or client) that made it. */
export const ContactSubject = z.object({ kind: z.literal('Contact'), ...caseAttributes, authorId: z.string() });
export type ContactSubject = z.infer<typeof ContactSubject>;

/** `take-call`: write down what a caller says, and state when it was received. */
export type ContactAction = 'create' | 'take-call' | 'read';

/**
 * Any practitioner may refer, and reads what they referred. The hub and its door read all but what is shut to them, whoever wrote it down: they
 * would see its people. A conflict of interest shuts out its author too. An agency's system needs its scope.
 */
export const contactPolicy: Policy<Actor, ContactAction, ContactSubject> = (actor) => {
  const { id, partnershipId } = actor;
  if (partnershipId === undefined) return [];
  const own = { partnershipId, authorId: id };
  if (actor.kind === 'system') return actor.scopes.includes('contacts:create') ? allow(['create', 'read'], own) : [];
  if (!isPractitioner(actor)) return [];
  const unconflicted = { ...own, conflicts: { $ne: id } };
  const takesCalls = has(actor, 'contact-officer', 'mash-analyst', 'mash-manager', 'emergency-duty');
  return [
    ...allow<ContactAction, ContactSubject>(['create'], own),
    ...(takesCalls ? allow<ContactAction, ContactSubject>(['take-call'], { partnershipId }) : []),
    ...allow<ContactAction, ContactSubject>(['read'], ...(isHubOrDoor(actor) ? casesOpenTo(actor) : [unconflicted])),
  ];
};
