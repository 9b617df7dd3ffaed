import type { Subject } from '@mash/authorisation';
import type { ErasureRow } from './erasure.repository';

/** An erasure as the policies read it. */
export const erasureSubject = ({
  erasureId,
  partnershipId,
  requestedBy,
  state,
}: Pick<ErasureRow, 'erasureId' | 'partnershipId' | 'requestedBy'> & {
  state: ErasureRow['state'] | 'none';
}): Subject<'Erasure'> => ({ kind: 'Erasure', id: erasureId, partnershipId, requestedBy, state });
