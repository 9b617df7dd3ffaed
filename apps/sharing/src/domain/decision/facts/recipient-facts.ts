import type { YesNo } from './body-facts';

/** Who would see it (rule book section 1): the first four are the hub, the rest are outside it. Never the caller's word. */
export const AUDIENCES = [
  'hub_analyst',
  'hub_manager',
  'hub_holder',
  'rep_joint',
  'team_sc',
  'team_eh',
  'team_other',
  'police',
  'agency',
  'referrer_pro',
  'referrer_public',
  'referrer_anon',
  'parent',
  'subject',
  'ig',
  'outsider',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whether the recipient acts for, or is kin, home or adviser of, an alleged perpetrator. */
export const SIDES = ['none', 'acts_for_ap', 'linked_ap'] as const;
export type Side = (typeof SIDES)[number];

/** The recipient's access to this enquiry, as `decision` holds it. */
export const ACCESSES = ['named', 'ordinary', 'none', 'conflict', 'break_glass'] as const;
export type Access = (typeof ACCESSES)[number];

/** The part the recipient plays for this child under Operation Encompass (R-ENC-01). */
export const ENCOMPASS_ROLES = ['none', 'school_lead', 'home_educated_officer'] as const;
export type EncompassRole = (typeof ENCOMPASS_ROLES)[number];

export interface RecipientFacts {
  readonly audience: Audience;
  readonly side: Side;
  readonly access: Access;
  readonly encompassRole: EncompassRole;
  /** The session meets the item's coded conditions. */
  readonly met: YesNo;
  /** The recipient is on the condition's ROLES or NAMED list. */
  readonly inList: YesNo;
}
