import type { PersonActor } from '@mash/authorisation';
import type { SayWhatIsWrong } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { HolderTaskRepository } from '../holder/holder-task.repository';
import { isRecalledFrom } from '../domain/recalls/identity-of';
import { LetterDesk } from '../products/letter-desk';
import type { LettersToDecide } from '../products/letters-again';
import { OutwardProductRepository } from '../products/outward-product.repository';
import { ItemAgain } from '../releases/item-again';
import { ReviewRepository } from '../reviews/review.repository';
import type { IdentityStatementRow } from './identity-statement.repository';
import type { RecallScope } from './recall-scopes';

/** What people were asked about things of which it is said now whom they are about, or that they went to the wrong place. */
@Injectable()
export class WaitingReviews {
  constructor(
    private readonly itemAgain: ItemAgain,
    private readonly reviews: ReviewRepository,
    private readonly tasks: HolderTaskRepository,
    private readonly products: OutwardProductRepository,
    private readonly letters: LetterDesk,
  ) {}

  /** What it is decided on, fetched before the transaction; nothing where no question of an item can change by it. */
  async load({ enquiryId, about, says, recipientId }: SayWhatIsWrong): Promise<LettersToDecide | undefined> {
    const isOfItems = about.kind !== 'product' && about.kind !== 'notice';
    // Things are asked for an agency: that one account of it should not have had them answers nothing. What may be read there after all is asked when it is.
    const isOfNone = says === 'doubted' || says === 'right_recipient';
    if (isOfNone || !isOfItems || recipientId !== undefined) return undefined;
    return this.itemAgain.load(enquiryId);
  }

  /** It stands: what waited for it is put to the rules, and waits no longer as far as they ask nothing else of it. */
  async confirmed(
    tx: Tx,
    { enquiryId }: IdentityStatementRow,
    { ids }: RecallScope,
    loaded: LettersToDecide | undefined,
  ): Promise<void> {
    if (loaded !== undefined) await this.itemAgain.settle(tx, enquiryId, [...ids], loaded);
  }

  /**
   * It is recalled: the rules refuse what waited, for everybody or for the one agency. Of what cannot be read any more they can be asked nothing:
   * nobody answers it all the same, nor finds other words for it.
   */
  async recalled(
    tx: Tx,
    actor: PersonActor,
    row: IdentityStatementRow,
    scope: RecallScope,
    loaded: LettersToDecide | undefined,
  ): Promise<void> {
    if (row.about.kind === 'product') await this.stopProduct(tx, actor, row);
    if (loaded === undefined) return;
    await this.confirmed(tx, row, scope, loaded);
    const { enquiryId, recipientAgencyId: toAgencyId, statedBy: by, statedAt: at } = row;
    const its = { enquiryId, ids: [...scope.ids], toAgencyId, at };
    await this.reviews.withdrawAbout(tx, { ...its, kind: 'item' });
    await this.tasks.closeRecalled(tx, { ...its, by });
  }

  /** A letter or handover about somebody else, or that whoever it is for should not have, never goes: whoever waits for it hears so. */
  private async stopProduct(tx: Tx, actor: PersonActor, row: IdentityStatementRow): Promise<void> {
    const product = await this.products.find(row.about.id);
    if (product === undefined || !isRecalledFrom(row, { agencyId: product.toAgencyId })) return;
    if (await this.products.isWaiting(tx, product.productId)) await this.letters.stop(tx, actor, [product]);
  }
}
