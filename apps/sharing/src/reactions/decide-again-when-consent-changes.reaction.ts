import { AnswerRejectedV1, ConsentChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryFactsGatherer, type EnquiryFacts } from '../asking/enquiry-facts';
import { FreshFacts } from '../asking/fresh-facts';
import { LinesAgain, unanswered } from '../asking/lines-again';
import { Reopening } from '../asking/reopening';
import { ConsentNotices } from '../consent/consent-notices';
import { personOnRoster } from '../domain/compose-question';
import { EnquiryLife } from '../erasure/enquiry-life';

/**
 * A parent's no stops what rested on their yes: every line about that person that may still be asked or answered is decided again on
 * today's facts, and whoever holds something is told.
 */
@Controller()
export class DecideAgainWhenConsentChanges {
  static readonly consumerId = 'sharing.decide-again-when-consent-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly lines: LinesAgain,
    private readonly fresh: FreshFacts,
    private readonly reopening: Reopening,
    private readonly notices: ConsentNotices,
    private readonly life: EnquiryLife,
  ) {}

  @EventPattern(ConsentChangedV1.type)
  async changed(@Payload() { id, data, partnershipId }: ConsentChangedV1): Promise<void> {
    if (await this.life.isOver(data.enquiryId)) return; // nothing of it is asked, and nobody holds anything that opens
    const facts = await this.gatherer.of(data.enquiryId, partnershipId);
    const personId = personOnRoster(facts.intake, data.personId)?.personId ?? data.personId;
    const lines = await this.lines.aboutPerson(facts, personId);
    await this.once(id, facts, async (tx) => {
      await this.reopening.stop(tx, facts, lines, id);
      await this.notices.send(tx, { facts, changed: data, lines });
    });
  }

  /** What a refused answer seemed to answer is owed again, unless consent was withdrawn while it counted as answered, or as it came. */
  @EventPattern(AnswerRejectedV1.type)
  async owedAgain(@Payload() { id, data, partnershipId }: AnswerRejectedV1): Promise<void> {
    if (await this.life.isOver(data.enquiryId)) return; // nothing of it is asked, and nobody holds anything that opens
    const facts = await this.gatherer.of(data.enquiryId, partnershipId);
    const all = await this.lines.ofRequest(facts, data.requestId);
    await this.once(id, facts, async (tx) => {
      await this.reopening.stop(tx, facts, all.map(unanswered), id);
      await this.reopening.sayAgain(tx, all, id);
    });
  }

  private async once(eventId: string, facts: EnquiryFacts, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DecideAgainWhenConsentChanges.consumerId, eventId))) return;
      await this.fresh.require(tx, facts);
      await work(tx);
    });
  }
}
