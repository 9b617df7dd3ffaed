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
import { LettersAgain } from '../products/letters-again';
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
 * An item, a letter or a handover that waits for a human waits for a fact: that the family was asked, that a child objects no more, another threshold.
 * Once it is another, the rules are asked again, so that nobody answers, and nothing climbs, that is no question any more. Of an item nothing new is asked:
 * that is asked of whoever next looks. A letter or handover that they would let go if it were put together now goes, as whoever sent it meant it to; what
 * they refuse now is said to be refused, so that the case is routed another way.
 */
@Controller()
export class DecideWhatWaitsAgainWhenAFactChanges {
  static readonly consumerId = 'sharing.decide-what-waits-again-when-a-fact-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly items: ItemAgain,
    private readonly letters: LettersAgain,
    private readonly reviews: ReviewRepository,
    private readonly fresh: FreshFacts,
    private readonly life: EnquiryLife,
  ) {}

  /** @throws PassingFailure where an owner of facts is down, or something changed while this was decided: heard again later */
  @EventPattern(FACTS.map(({ type }) => type))
  async again(@Payload() { id, data: { enquiryId } }: Changed): Promise<void> {
    if ((await this.life.isOver(enquiryId)) || !(await this.waitsAnything(enquiryId))) return;
    const loaded = await this.letters.load(enquiryId);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideWhatWaitsAgainWhenAFactChanges.consumerId, id))) return;
      await this.fresh.require(tx, loaded.facts);
      // Items first: what becomes of a letter is appended, and whoever has appended locks no REVIEW any more (decision 0007).
      await this.items.settle(tx, enquiryId, await this.reviews.itemsThatWait(enquiryId, tx), loaded);
      await this.letters.settle(tx, loaded);
    });
  }

  private async waitsAnything(enquiryId: string): Promise<boolean> {
    return (await this.letters.areThereAny(enquiryId)) || (await this.reviews.itemsThatWait(enquiryId)).length > 0;
  }
}
