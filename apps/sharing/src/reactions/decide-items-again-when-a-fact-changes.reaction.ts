import {
  ConsentChangedV1,
  DatePassedV1,
  EnquiryRatedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  PersonFactsRecordedV1,
  RosterChangedV1,
} from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FreshFacts } from '../asking/fresh-facts';
import { EnquiryLife } from '../erasure/enquiry-life';
import { ItemAgain } from '../releases/item-again';
import { ReviewRepository } from '../reviews/review.repository';

const FACTS = [
  ...[ConsentChangedV1, EnquiryRatedV1, RosterChangedV1, PersonFactsRecordedV1],
  ...[FactsOvertakenV1, DatePassedV1, IdentityStatedV1],
];

interface Changed {
  readonly id: string;
  readonly data: { readonly enquiryId: string };
}

/**
 * A human is asked about an item because of a fact: that the family refused, that a child objects, a threshold. Once it is another, the rules are asked
 * again, so that nobody answers, and nothing climbs, that is no question any more. Nothing new is asked: that is asked of whoever next looks.
 */
@Controller()
export class DecideItemsAgainWhenAFactChanges {
  static readonly consumerId = 'sharing.decide-items-again-when-a-fact-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly items: ItemAgain,
    private readonly reviews: ReviewRepository,
    private readonly fresh: FreshFacts,
    private readonly life: EnquiryLife,
  ) {}

  /** @throws PassingFailure where an owner of facts is down, or something changed while this was decided: heard again later */
  @EventPattern(FACTS.map(({ type }) => type))
  async again(@Payload() { id, data: { enquiryId } }: Changed): Promise<void> {
    if ((await this.life.isOver(enquiryId)) || (await this.reviews.itemsThatWait(enquiryId)).length === 0) return;
    const loaded = await this.items.load(enquiryId);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideItemsAgainWhenAFactChanges.consumerId, id))) return;
      await this.fresh.require(tx, loaded.facts);
      await this.items.settle(tx, enquiryId, await this.reviews.itemsThatWait(enquiryId, tx), loaded);
    });
  }
}
