import type { PersonActor } from '@mash/authorisation';
import type { SayWhatIsWrong } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { HolderTaskRepository } from '../holder/holder-task.repository';
import { asMeant } from '../domain/recalls/as-meant';
import { recallOf, type RecallableProduct } from '../domain/recalls/identity-of';
import { LetterDesk } from '../products/letter-desk';
import type { LettersToDecide } from '../products/letters-again';
import type { OutwardProductRow, ProductOfEnquiry } from '../products/outward-product.repository';
import { ItemAgain } from '../releases/item-again';
import { ReviewRepository } from '../reviews/review.repository';
import type { IdentityStatementRow } from './identity-statement.repository';
import type { RecallScope } from './recall-scopes';

interface Before {
  readonly facts: EnquiryFacts;
  /** All that was said in the enquiry before this. */
  readonly saidBefore: readonly IdentityStatementRow[];
}

/** What people were asked about things of which it is said now whom they are about, or that they went to the wrong place. */
@Injectable()
export class WaitingReviews {
  constructor(
    private readonly itemAgain: ItemAgain,
    private readonly reviews: ReviewRepository,
    private readonly tasks: HolderTaskRepository,
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
    { loaded, ...its }: Before & { readonly loaded: LettersToDecide | undefined },
  ): Promise<void> {
    if (loaded !== undefined) await this.withdrawItems(tx, row, scope, loaded);
    await this.stopProducts(tx, actor, row, { ...its, products: scope.products });
  }

  private async withdrawItems(
    tx: Tx,
    row: IdentityStatementRow,
    scope: RecallScope,
    loaded: LettersToDecide,
  ): Promise<void> {
    await this.confirmed(tx, row, scope, loaded);
    const { enquiryId, recipientAgencyId: toAgencyId, statedBy: by, statedAt: at } = row;
    const its = { enquiryId, ids: [...scope.ids], toAgencyId, at };
    await this.reviews.withdrawAbout(tx, { ...its, kind: 'item' });
    await this.tasks.closeRecalled(tx, { ...its, by });
  }

  /**
   * A letter or handover that opens from now on to nobody whom it is for, and has not gone, never goes, whether it waits or may go: whoever would send it
   * hears so. Nor does a handover that names one who was matched wrongly: its words may be about them.
   */
  private async stopProducts(
    tx: Tx,
    actor: PersonActor,
    row: IdentityStatementRow,
    { products, facts, saidBefore }: Before & { readonly products: readonly ProductOfEnquiry[] },
  ): Promise<void> {
    if (row.about.kind !== 'product' && row.about.kind !== 'person') return;
    const before = asMeant(saidBefore, facts.intake);
    const said = asMeant([...saidBefore, row], facts.intake);
    const isStoppedNow = (part: RecallableProduct): boolean => {
      const reader = { agencyId: part.toAgencyId };
      return recallOf(said, part, reader) !== undefined && recallOf(before, part, reader) === undefined;
    };
    const stopped = products.filter(
      ({ hasGone, isOver, ...one }) => !hasGone && !isOver && stopsOf(one).some(isStoppedNow),
    );
    await this.letters.recalled(tx, actor, stopped, facts);
  }
}

/** What stops a product as soon as it is recalled: all of it, or, of a handover, what it tells of any one. */
const stopsOf = (product: OutwardProductRow): RecallableProduct[] =>
  product.kind === 'handover'
    ? product.personIds.map((personId) => ({ ...product, personIds: [personId] }))
    : [product];
