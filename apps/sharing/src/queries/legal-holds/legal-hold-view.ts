import type { LegalHold } from '@mash/contracts';
import type { LegalHoldRow } from '../../legal-holds/legal-hold.repository';

/** A hold as information governance and the auditor read it; the reasons for those who may open them. */
export function legalHoldView(
  row: LegalHoldRow,
  reasons: { placed?: string | undefined; lifted?: string | undefined } = {},
): LegalHold {
  const { holdId, enquiryId, enquiryReference, reference, placedBy, placedAt, liftedBy, liftedAt } = row;
  return {
    ...{ holdId, enquiryId, enquiryReference, reference, placedBy, placedAt: placedAt.toISOString() },
    ...(reasons.placed !== undefined && { reason: reasons.placed }),
    ...(liftedBy !== null && { liftedBy }),
    ...(liftedAt !== null && { liftedAt: liftedAt.toISOString() }),
    ...(reasons.lifted !== undefined && { liftReason: reasons.lifted }),
  };
}
