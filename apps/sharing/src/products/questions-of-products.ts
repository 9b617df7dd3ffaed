import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { SharingDecisionRepository, type DecisionRow } from '../asking/sharing-decision.repository';
import type { Unwrap } from '../keys/key-ring';
import type { Judged } from '../releases/judge-thing';
import { takeBackWhatFell } from '../reviews/take-back-what-fell';
import { ReviewRepository } from '../reviews/review.repository';
import type { OutwardProductRow } from './outward-product.repository';

/** What humans are asked about a letter or a handover that waits. Nobody answers for nothing: what has nothing left to decide is taken back. */
@Injectable()
export class QuestionsOfProducts {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly decisions: SharingDecisionRepository,
    private readonly clock: Clock,
  ) {}

  /** Whoever answers about one of them at this moment is waited for; nobody else does until the transaction ends. */
  async lock(tx: Tx, productIds: readonly string[]): Promise<void> {
    await this.reviews.lockWaitingAboutProducts(tx, productIds);
  }

  /** The newest question that anything to this recipient waits for: of a letter that a holder holds up, theirs. */
  newestTo(
    tx: Tx,
    product: Pick<OutwardProductRow, 'enquiryId' | 'audience' | 'toAgencyId'>,
  ): Promise<string | undefined> {
    return this.reviews.newestAboutProductsTo(tx, product);
  }

  /** All that is asked about it. */
  async takeBack(tx: Tx, { enquiryId, productId }: Pick<OutwardProductRow, 'enquiryId' | 'productId'>): Promise<void> {
    const at = this.clock.now();
    await this.reviews.withdrawAbout(tx, { enquiryId, kind: 'product', ids: [productId], toAgencyId: null, at });
  }

  /** All that an earlier version asked about an enquiry, for its letters to this recipient. */
  async takeBackEarlier(
    tx: Tx,
    { enquiryId, toAgencyId }: Pick<DecisionRow, 'enquiryId' | 'toAgencyId'>,
  ): Promise<void> {
    const at = this.clock.now();
    await this.reviews.withdrawAbout(tx, { enquiryId, kind: 'product', ids: [enquiryId], toAgencyId, at });
  }

  /** Of each question about it what fell away. @returns whether any did */
  async takeBackWhatFell(tx: Tx, productId: string, now: readonly Judged[], unwrap: Unwrap): Promise<boolean> {
    let isAnyBack = false;
    for (const decisionId of await this.reviews.lockWaitingAboutProducts(tx, [productId])) {
      const asked = await this.decisions.find(decisionId, tx);
      const judged = now.find(({ thing }) => thing.itemId === productId && thing.personId === asked?.personId);
      if (judged === undefined) continue;
      const its = { sharingDecisionId: decisionId, now: judged.decision, at: this.clock.now(), unwrap };
      if (await takeBackWhatFell(this.reviews, tx, its)) isAnyBack = true;
    }
    return isAnyBack;
  }
}
