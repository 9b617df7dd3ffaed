import type { ReferrerKind } from '@mash/contracts';
import type { Audience } from '../decision';

const HUB: readonly Audience[] = ['hub_analyst', 'hub_manager'];
const WITHIN: readonly Audience[] = [...HUB, 'hub_holder', 'rep_joint'];

/** The hub's own staff: they alone read the hub's working papers. */
export const isHubStaff = (audience: Audience): boolean => HUB.includes(audience);
/** Everyone who counts as inside the hub to the rules. Whatever leaves it is decided as onward, whatever the caller calls it. */
export const isWithinHub = (audience: Audience): boolean => WITHIN.includes(audience);

/** As what audience the referrer of an enquiry reads a letter. */
export const REFERRER_AUDIENCE: Readonly<Record<ReferrerKind, Audience>> = {
  professional: 'referrer_pro',
  public: 'referrer_public',
  family: 'referrer_public',
  child: 'referrer_public',
  anonymous: 'referrer_anon',
};
