import { LIAISON_ROLES } from '@mash/contracts';
import type { Audience, Look, Looker, Ties } from './look';

type Rule = (looker: Looker, ties: Ties) => Audience | undefined;
const has = ({ roles }: Looker, ...wanted: readonly string[]): boolean => roles.some((role) => wanted.includes(role));

const REFERRER: Readonly<Partial<Record<string, Audience>>> = {
  professional: 'referrer_pro',
  public: 'referrer_public',
  family: 'referrer_public',
  child: 'referrer_public',
  anonymous: 'referrer_anon',
};

/** Outside the hub access comes from what the hub itself did: it asked, it told, it routed, or this person brought the worry. */
const OUTSIDE_HUB: readonly Rule[] = [
  // For the time of the discussion, and of nothing else: who takes part sits with the hub (rule book, R-HOLD-01).
  (looker, { inDiscussion }) => (inDiscussion ? representative(looker) : undefined),
  (looker, { routedTo, notified }) =>
    routedTo.includes('social-care') || notified.some((team) => team !== 'police') ? socialCare(looker) : undefined,
  (looker, { routedTo }) =>
    routedTo.includes('early-help') && has(looker, 'early-help-coordinator') ? 'team_eh' : undefined,
  (looker, { agencyWasAsked, notified }) =>
    agencyWasAsked || notified.includes('police') ? liaison(looker) : undefined,
  (looker) => (has(looker, 'ig-officer') ? 'ig' : undefined),
  (looker, { isOwnContact, referrerKind }) =>
    isOwnContact && has(looker, 'referrer') ? REFERRER[referrerKind] : undefined,
];

const socialCare = (looker: Looker): Audience | undefined =>
  has(looker, 'social-care-liaison', 'social-care-manager', 'emergency-duty') ? 'team_sc' : undefined;

const representative = (looker: Looker): Audience | undefined =>
  has(looker, ...LIAISON_ROLES, 'social-care-manager') ? 'rep_joint' : undefined;

function liaison(looker: Looker): Audience | undefined {
  if (!has(looker, ...LIAISON_ROLES)) return undefined;
  return looker.agencyKind === 'police' ? 'police' : 'agency';
}

const hubAudience = (looker: Looker): Audience | undefined =>
  has(looker, 'mash-manager') ? 'hub_manager' : has(looker, 'mash-analyst') ? 'hub_analyst' : undefined;

/** The front door is not in an enquiry, but keeps to who is kept out of it. */
const isAtTheDoor = (looker: Looker, { restricted, isNamed }: Ties): boolean =>
  has(looker, 'contact-officer') && (!restricted || isNamed);

/**
 * May this person open this enquiry, and as whom do they look? Positive conditions only: whoever fits none looks as an outsider, with
 * access `none`. A conflict of interest comes before everything; a restricted enquiry opens, in the hub, to those who are named, and for a short time to who broke the glass
 * (R-GATE-01): never over a conflict.
 */
export function lookOf(looker: Looker, ties: Ties): Look {
  const hub = hubAudience(looker);
  if (looker.partnershipId !== ties.partnershipId) return { access: 'none', audience: 'outsider' };
  if (ties.isInConflict) return { access: 'conflict', audience: hub ?? 'outsider' };
  if (hub !== undefined) {
    if (!ties.restricted) return { access: 'ordinary', audience: hub };
    return { access: ties.isNamed ? 'named' : ties.glassIsBroken ? 'break_glass' : 'none', audience: hub };
  }
  if (ties.restricted && ties.glassIsBroken && has(looker, 'emergency-duty'))
    return { access: 'break_glass', audience: 'team_sc' };
  const door = isAtTheDoor(looker, ties) ? { door: true } : {};
  for (const rule of OUTSIDE_HUB) {
    const audience = rule(looker, ties);
    if (audience !== undefined) return { access: 'ordinary', audience, ...door };
  }
  return { access: 'none', audience: 'outsider', ...door };
}
