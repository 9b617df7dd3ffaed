import { openEnvelope, SealRefusal, type EnvelopeIdsOf, type ToOpen } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { Unwrap } from '../keys/key-ring';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

/**
 * What a releaser writes: why, and, where they release with one, the condition that the recipient reads. Of an item the ground lies here too:
 * that a source is at risk, or a child would be harmed, says something of the information.
 */
export const ReviewReasonContent = z.object({
  ground: z.string().max(40).optional(),
  reason: z.string().trim().min(1).max(4000),
  condition: z.string().trim().min(1).max(200).optional(),
  advice: z
    .object({ by: z.string().trim().min(1).max(200), on: z.iso.date() })
    .optional()
    .describe('Who gave the legal advice that it rests on, and when'),
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
  constructor(
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /**
   * @param kept for a reason that lies here since it was answered; without it, as it comes in
   * @throws SealRefusal where it is another review's, another enquiry's, or not a reason
   */
  async open(
    where: Where,
    its: { kid: string; envelope: string },
    unwrap: Unwrap,
    kept: Pick<ToOpen<'review'>, 'receivedAt'> = {},
  ): Promise<OpenedReason> {
    const { partnershipId, enquiryId, reviewId } = where;
    const expected: EnvelopeIdsOf<'review'> = { typ: 'review', version: 1, partnershipId, enquiryId, reviewId };
    const privateKey = await unwrap(its.kid);
    const opened = await openEnvelope<'review'>(its.envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      contentSchema: ReviewReasonContent,
      ...kept,
    });
    if (opened.sealedBy.kind !== 'person') throw new SealRefusal('SEAL.SIGNER_NOT_ENTITLED');
    return { ...ReviewReasonContent.parse(opened.content), writtenBy: opened.sealedBy.id };
  }

  /**
   * What releasers wrote, by review. One whose reason does not open is not in it, and lets nothing out: nobody knows any more on which condition
   * it was released. That is reported.
   */
  async keptOf(
    rows: readonly (Omit<Where, 'partnershipId'> & {
      readonly reasonKid: string | null;
      readonly reasonEnvelope: string | null;
    })[],
    partnershipId: string,
    unwrap: Unwrap,
  ): Promise<Map<string, Pick<ReviewReasonContent, 'condition'>>> {
    const opened = await Promise.all(
      rows.map(async ({ enquiryId, reviewId, reasonKid: kid, reasonEnvelope: envelope }) => {
        if (kid === null || envelope === null) return [[reviewId, {}] as const]; // answered with another: the reason lies there
        const its = { kid, envelope };
        const where = { partnershipId, enquiryId, reviewId };
        const found = { partnershipId, enquiryId, place: 'reason', envelopeId: reviewId, envelope } as const;
        const instead = this.unopenable.without(found, undefined);
        const reason = await this.open(where, its, unwrap, { receivedAt: whenSealed }).catch(instead);
        return reason === undefined ? [] : [[reviewId, reason] as const];
      }),
    );
    return new Map(opened.flat());
  }
}
