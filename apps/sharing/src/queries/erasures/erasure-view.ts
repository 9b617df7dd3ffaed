import type { Erasure } from '@mash/contracts';
import type { ReadReason } from '../../governance/written-reason';
import type { ErasurePart, ErasureRow } from '../../erasure/erasure.repository';

/** Every service that keeps something of an enquiry, and has a part in erasing it. */
export const SERVICES_WITH_A_PART = ['sharing', 'contact-intake', 'decision', 'agency-requests'] as const;

/** An erasure as information governance reads it: ids, codes, times, and what is still to be done. */
export function erasureView(
  row: ErasureRow,
  its: { heldBy?: readonly string[]; parts?: readonly ErasurePart[]; reason?: ReadReason } = {},
): Erasure {
  const { erasureId, enquiryId, enquiryReference, retentionRule, state, requestedBy, decidedBy, decidedAt } = row;
  return {
    ...{ erasureId, enquiryId, enquiryReference, retentionRule, state, requestedBy },
    requestedAt: row.requestedAt.toISOString(),
    ...(its.reason?.words !== undefined && { reason: its.reason.words }),
    ...(its.reason?.doesNotOpen && { doesNotOpen: ['reason' as const] }),
    ...(decidedBy !== null && { decidedBy }),
    ...(decidedAt !== null && { decidedAt: decidedAt.toISOString() }),
    ...(row.keysDestroyed !== null && { keysDestroyed: row.keysDestroyed }),
    heldBy: [...(its.heldBy ?? [])],
    parts: state === 'erased' ? partsOf(its.parts ?? []) : [],
  };
}

const partsOf = (done: readonly ErasurePart[]): Erasure['parts'] =>
  SERVICES_WITH_A_PART.map((service) => {
    const part = done.find((one) => one.service === service);
    return { service, ...(part && { doneAt: part.doneAt.toISOString(), rows: part.rows }) };
  });
