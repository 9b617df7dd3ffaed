import { openEnvelope, SealRefusal, type EnvelopeIdsOf } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Unwrap } from '../keys/key-ring';
import { Signers } from '../keys/signers';

/**
 * What a releaser writes: why, and, where they release with one, the condition that the recipient reads. Of an item the ground lies here too:
 * that a source is at risk, or a child would be harmed, says something of the information.
 */
export const ReviewReasonContent = z.object({
  ground: z.string().max(40).optional(),
  reason: z.string().trim().min(1).max(4000),
  condition: z.string().trim().min(1).max(200).optional(),
});
export type ReviewReasonContent = z.infer<typeof ReviewReasonContent>;

interface Where {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly reviewId: string;
}

export interface OpenedReason extends ReviewReasonContent {
  /** The person who wrote and sealed it. */
  readonly writtenBy: string;
}

/** Opens the written reason of a REVIEW: in its own row only, signed by the person who wrote it. */
@Injectable()
export class ReviewReason {
  constructor(private readonly signers: Signers) {}

  /** @throws SealRefusal where it is another review's, another enquiry's, or not a reason */
  async open(where: Where, its: { kid: string; envelope: string }, unwrap: Unwrap): Promise<OpenedReason> {
    const { partnershipId, enquiryId, reviewId } = where;
    const expected: EnvelopeIdsOf<'review'> = { typ: 'review', version: 1, partnershipId, enquiryId, reviewId };
    const privateKey = await unwrap(its.kid);
    const opened = await openEnvelope<'review'>(its.envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      contentSchema: ReviewReasonContent,
    });
    if (opened.sealedBy.kind !== 'person') throw new SealRefusal('SEAL.SIGNER_NOT_ENTITLED');
    return { ...ReviewReasonContent.parse(opened.content), writtenBy: opened.sealedBy.id };
  }

  /** The conditions that releasers attached; a reason that cannot be opened any more attaches none. */
  async conditionsOf(
    rows: readonly (Omit<Where, 'partnershipId'> & {
      readonly reasonKid: string | null;
      readonly reasonEnvelope: string | null;
    })[],
    partnershipId: string,
    unwrap: Unwrap,
  ): Promise<Map<string, string>> {
    const opened = await Promise.all(
      rows.map(async ({ enquiryId, reviewId, reasonKid: kid, reasonEnvelope: envelope }) => {
        if (kid === null || envelope === null) return [];
        const reason = await this.open({ partnershipId, enquiryId, reviewId }, { kid, envelope }, unwrap).catch(gone);
        return reason?.condition === undefined ? [] : [[reviewId, reason.condition] as const];
      }),
    );
    return new Map(opened.flat());
  }
}

function gone(error: unknown): undefined {
  if (error instanceof SealRefusal && error.code !== 'SEAL.KEK_MISSING') return undefined;
  throw error;
}
