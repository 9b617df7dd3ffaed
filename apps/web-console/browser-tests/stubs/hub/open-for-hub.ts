import { DEMO_PARTNERSHIP, type Release } from '@mash/contracts';
import type { StubState } from '../stub-services';

/** Opens a notice for real: sealed to the stub's key by the console, with ids that agree with what was asked for. */
export function openForHub(
  open: StubState['open'],
  { sealed, productId = '', agencyId = '' }: Release['envelopes'][number],
  enquiryId: string,
): Promise<unknown> {
  const ids = { partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, productId, agencyId };
  return open(sealed.kid, sealed.envelope, { typ: 'outward', ...ids });
}
