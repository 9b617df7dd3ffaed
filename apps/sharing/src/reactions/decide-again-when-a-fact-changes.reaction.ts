import {
  DatePassedV1,
  EnquiryRatedV1,
  FactsOvertakenV1,
  IdentityStatedV1,
  PersonFactsRecordedV1,
  ProductSentV1,
  RosterChangedV1,
} from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryFactsGatherer } from '../asking/enquiry-facts';
import { FreshFacts } from '../asking/fresh-facts';
import { HeardVersions, type Heard } from '../asking/heard-versions';
import { LinesAgain } from '../asking/lines-again';
import { Reopening } from '../asking/reopening';
import { HoldersRepository } from '../consent/holders.repository';
import { ConsentNotices } from '../consent/consent-notices';
import { ConsentRepository } from '../consent/consent.repository';
import { EnquiryLife } from '../erasure/enquiry-life';
import { ReviewClocks } from '../reviews/review-clocks';

interface Changed {
  readonly id: string;
  readonly partnershipId: string;
  readonly data: { readonly enquiryId: string };
}

/**
 * A newer version of a fact reopens what rests on it (sharing rules, section 1): threshold and urgency, the roster, what was put on record of
 * somebody, the register and the agreements, what was said of whom something is about or where it went, and what passes by date. Every line that is asked or waits is decided again on today's facts. What they no longer carry is held or
 * recalled; nothing is let through by itself, and a person's no stands. What waits for a human has the clock of a more urgent rating. Whoever holds something of somebody whose consent reads as taken back
 * only now is told.
 */
@Controller()
export class DecideAgainWhenAFactChanges {
  static readonly consumerId = 'sharing.decide-again-when-a-fact-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly consents: ConsentRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly heard: HeardVersions,
    private readonly lines: LinesAgain,
    private readonly fresh: FreshFacts,
    private readonly reopening: Reopening,
    private readonly holders: HoldersRepository,
    private readonly notices: ConsentNotices,
    private readonly life: EnquiryLife,
    private readonly clocks: ReviewClocks,
    private readonly clock: Clock,
  ) {}

  /** Clocks have run since the rating, and wait for no other service. They are looked at once more with what is decided again: something may be asked between the two. */
  @EventPattern(EnquiryRatedV1.type)
  async rated(@Payload() event: EnquiryRatedV1): Promise<void> {
    const { enquiryId, ratingVersion, colour, pack, ratedAt } = event.data;
    const heard = { kind: 'rating', version: ratingVersion } as const;
    const hasten = (tx: Tx) => this.clocks.hasten(tx, enquiryId, { colour, pack, ratedAt: new Date(ratedAt) });
    if (await this.life.isOver(enquiryId)) return; // nobody answers anything of it any more
    await this.unitOfWork.run(async (tx) => {
      await this.consents.lock(tx, enquiryId);
      if (await this.heard.isNews(tx, enquiryId, heard)) await hasten(tx);
    });
    return this.again(event, heard, hasten);
  }

  @EventPattern(RosterChangedV1.type)
  rosterChanged(@Payload() event: RosterChangedV1): Promise<void> {
    return this.again(event, { kind: 'roster', version: event.data.version });
  }

  @EventPattern(PersonFactsRecordedV1.type)
  factsRecorded(@Payload() event: PersonFactsRecordedV1): Promise<void> {
    return this.again(event, { kind: 'stated', version: event.data.version });
  }

  @EventPattern(FactsOvertakenV1.type)
  overtaken(@Payload() event: FactsOvertakenV1): Promise<void> {
    return this.again(event);
  }

  @EventPattern(DatePassedV1.type)
  datePassed(@Payload() event: DatePassedV1): Promise<void> {
    return this.again(event);
  }

  @EventPattern(IdentityStatedV1.type)
  identityStated(@Payload() event: IdentityStatedV1): Promise<void> {
    return this.again(event);
  }

  /** Whoever holds it from now on is told of consent that was taken back before. */
  @EventPattern(ProductSentV1.type)
  sent(@Payload() event: ProductSentV1): Promise<void> {
    return this.again(event);
  }

  /**
   * @param besides what else the news means for whatever waits, also where nothing was asked or told
   * @throws PassingFailure where an owner of facts is down, or something changed while this was decided: heard again later
   */
  private async again(
    { id, data: { enquiryId }, partnershipId }: Changed,
    heard?: Heard,
    besides?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    if (await this.life.isOver(enquiryId)) return; // nothing of it is asked any more
    const isMoved = (await this.lines.areThereAny(enquiryId)) || (await this.holders.areThereAny(enquiryId));
    const facts = isMoved ? await this.gatherer.of(enquiryId, partnershipId) : undefined;
    const lines = facts === undefined ? [] : await this.lines.thatStand(facts);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideAgainWhenAFactChanges.consumerId, id))) return;
      await this.consents.lock(tx, enquiryId);
      const isNews = heard === undefined || (await this.heard.note(tx, enquiryId, heard, this.clock.now()));
      if (!isNews) return;
      if (facts !== undefined) await this.fresh.require(tx, facts);
      await besides?.(tx); // it locks REVIEWs, and what follows appends (decision 0007)
      await this.reopening.settle(tx, { enquiryId, facts, lines, causationId: id });
      if (facts !== undefined) await this.notices.catchUp(tx, facts, lines);
    });
  }
}
