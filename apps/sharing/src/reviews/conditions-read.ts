import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { keyRing } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { ReviewReason } from './review-reason';
import { ReviewRepository } from './review.repository';

/** The conditions of releasers that a body reads: beside its questions, or beside what goes onward to it. One that does not open is read by nobody. */
@Injectable()
export class ConditionsRead {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly reasons: ReviewReason,
    private readonly keyStore: KeyStore,
  ) {}

  /** In the order in which they were given. */
  async by(its: Pick<DecisionRow, 'partnershipId' | 'enquiryId' | 'mode' | 'toAgencyId'>): Promise<string[]> {
    const rows = await this.reviews.reasonsTo(its);
    if (rows.length === 0) return [];
    const kept = await this.reasons.keptOf(rows, its.partnershipId, keyRing(this.keyStore, its));
    return [...kept.values()].flatMap(({ condition }) => condition ?? []);
  }
}
