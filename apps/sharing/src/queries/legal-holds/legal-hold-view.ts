import type { LegalHold } from '@mash/contracts';
import type { ReadReason } from '../../governance/written-reason';
import type { LegalHoldRow } from '../../legal-holds/legal-hold.repository';

/** A hold as information governance and the auditor read it; the reasons for those who may open them. */
export function legalHoldView(
  row: LegalHoldRow,
  { placed, lifted }: { placed?: ReadReason; lifted?: ReadReason } = {},
): LegalHold {
  const { holdId, enquiryId, enquiryReference, reference, placedBy, placedAt, liftedBy, liftedAt } = row;
  const forged = [
    ...(placed?.doesNotOpen ? ['reason' as const] : []),
    ...(lifted?.doesNotOpen ? ['liftReason' as const] : []),
  ];
  return {
    ...{ holdId, enquiryId, enquiryReference, reference, placedBy, placedAt: placedAt.toISOString() },
    ...(placed?.words !== undefined && { reason: placed.words }),
    ...(liftedBy !== null && { liftedBy }),
    ...(liftedAt !== null && { liftedAt: liftedAt.toISOString() }),
    ...(lifted?.words !== undefined && { liftReason: lifted.words }),
    ...(forged.length > 0 && { doesNotOpen: forged }),
  };
}
