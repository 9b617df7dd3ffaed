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

/** Any practitioner may refer, and reads what they referred; the hub and its door read all. An agency's system needs its scope. */
export const contactPolicy: Policy<Actor, ContactAction, ContactSubject> = (actor) => {
  const { id, partnershipId } = actor;
  if (partnershipId === undefined) return [];
  const own = { partnershipId, authorId: id };
  if (actor.kind === 'system') return actor.scopes.includes('contacts:create') ? allow(['create', 'read'], own) : [];
  if (!isPractitioner(actor)) return [];
  const takesCalls = has(actor, 'contact-officer', 'mash-analyst', 'mash-manager', 'emergency-duty');
  return [
    ...allow<ContactAction, ContactSubject>(['create', 'read'], own),
    ...(takesCalls ? allow<ContactAction, ContactSubject>(['take-call'], { partnershipId }) : []),
    ...(isHubOrDoor(actor) ? allow<ContactAction, ContactSubject>(['read'], ...casesOpenTo(actor)) : []),
  ];
};
