import type { PersonActor } from '@mash/authorisation';
import { isHubStaff } from '../domain/release/audiences';
import { answersForSocialCare } from '../register/answers-for-social-care';
import type { Admitted } from '../releases/release-gate';
import type { OutwardProductRow } from './outward-product.repository';

/**
 * How somebody stands to a product that they may open: it was put together for them; or they read it as the hub, or as another body that answers for
 * social care, for neither of whom its items were decided.
 */
export type Standing = 'recipient' | 'hub' | 'duty';

type Product = Pick<OutwardProductRow, 'audience' | 'toAgencyId'>;

/** Whoever is no body of the register has no agency to go by: a member of the public who referred. */
const OF_NO_AGENCY: readonly Product['audience'][] = ['referrer_public', 'referrer_anon'];

/**
 * A role is no recipient: what was decided for one agency is for its staff alone (rule row R-DET-01 and every release are of one recipient). The duty
 * team takes a social care case over out of hours, also where it is another council's.
 * @returns undefined where it is not for them
 */
export function standsToProduct(
  { audience, toAgencyId }: Product,
  { agencyId }: Pick<PersonActor, 'agencyId'>,
  admitted: Pick<Admitted, 'audience' | 'facts'>,
): Standing | undefined {
  if (isHubStaff(admitted.audience)) return 'hub';
  if (admitted.audience !== audience) return undefined;
  if (agencyId === toAgencyId || OF_NO_AGENCY.includes(audience)) return 'recipient';
  if (audience !== 'team_sc') return undefined;
  const body = admitted.facts.bodies.find((one) => one.agencyId === agencyId);
  return body !== undefined && answersForSocialCare(body) ? 'duty' : undefined;
}
