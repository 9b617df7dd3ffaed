import { LIAISON_ROLES } from '@mash/contracts';
import type { Role, RouteTeam } from '@mash/contracts';
import type { PersonActor } from '../../actor/actor';

export const has = ({ roles }: PersonActor, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const isHub = (actor: PersonActor): boolean => has(actor, 'mash-analyst', 'mash-manager');

/** Who sees the hub's work: the hub, those who take contacts, and the emergency duty team that stands in at night. */
export const isHubOrDoor = (actor: PersonActor): boolean =>
  isHub(actor) || has(actor, 'contact-officer', 'emergency-duty');

/** Who rates and judges thresholds: managers, and analysts cleared as social workers. */
export const isQualified = (actor: PersonActor): boolean =>
  has(actor, 'mash-manager') || (has(actor, 'mash-analyst') && actor.clearances.includes('social-worker'));

export const isLiaison = (actor: PersonActor): boolean => has(actor, ...LIAISON_ROLES);

const NO_CASEWORK: readonly Role[] = ['ig-officer', 'partnership-admin', 'agreement-signatory', 'auditor'];

/** Those whose work is with families; the others oversee or sign, and see no case content. */
export const isPractitioner = ({ roles }: PersonActor): boolean => !roles.every((role) => NO_CASEWORK.includes(role));

const TEAMS: Partial<Record<string, RouteTeam>> = {
  'early-help-coordinator': 'early-help',
  'social-care-manager': 'social-care',
  'social-care-liaison': 'social-care',
  'emergency-duty': 'social-care',
} satisfies Partial<Record<Role, RouteTeam>>;

/** The receiving teams that somebody of these roles works in; a role that nobody knows is in none. */
export const teamsOf = ({ roles }: { readonly roles: readonly string[] }): RouteTeam[] => [
  ...new Set(roles.flatMap((role) => TEAMS[role] ?? [])),
];

/** The clearance of a manager who may override a REVIEW or a refusal: its own permission, not the role's (docs/domain/reviews-and-overrides.md). */
export const MAY_OVERRIDE = 'override';
