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

const FACTS = [
  ...[ConsentChangedV1, EnquiryRatedV1, RosterChangedV1, PersonFactsRecordedV1],
  ...[FactsOvertakenV1, DatePassedV1, IdentityStatedV1],
];

interface Changed {
  readonly id: string;
  readonly data: { readonly enquiryId: string };
}

/**
 * A letter or a handover that waits for a human waits for a fact: that the family was asked, that a child objects no more, another threshold. Once it is
 * another, the rules are asked again. What they would let go if it were put together now goes, as whoever sent it meant it to; what they refuse now is said
 * to be refused, so that the case is routed another way; and nobody answers what is no question any more.
 */
@Controller()
export class DecideProductsAgainWhenAFactChanges {
  static readonly consumerId = 'sharing.decide-products-again-when-a-fact-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly letters: LettersAgain,
    private readonly fresh: FreshFacts,
    private readonly life: EnquiryLife,
  ) {}

  /** @throws PassingFailure where an owner of facts is down, or something changed while this was decided: heard again later */
  @EventPattern(FACTS.map(({ type }) => type))
  async again(@Payload() { id, data: { enquiryId } }: Changed): Promise<void> {
    if ((await this.life.isOver(enquiryId)) || !(await this.letters.areThereAny(enquiryId))) return;
    const loaded = await this.letters.load(enquiryId);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideProductsAgainWhenAFactChanges.consumerId, id))) return;
      await this.fresh.require(tx, loaded.facts);
      await this.letters.settle(tx, loaded);
    });
  }
}
