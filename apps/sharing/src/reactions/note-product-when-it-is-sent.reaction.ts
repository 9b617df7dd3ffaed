import { CaseRoutedV1, FeedbackDueV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryFactsGatherer } from '../asking/enquiry-facts';
import { FreshFacts } from '../asking/fresh-facts';
import { LinesAgain } from '../asking/lines-again';
import { ConsentNotices } from '../consent/consent-notices';
import { EnquiryLife } from '../erasure/enquiry-life';
import { OutwardProductRepository } from '../products/outward-product.repository';

interface Sent {
  readonly id: string;
  readonly partnershipId: string;
  readonly occurredAt: string;
  readonly enquiryId: string;
  readonly productId: string | undefined;
}

/**
 * A handover has gone once its team was given the case, a letter once its referrer is told that there is one: until then nobody outside holds anything
 * of it, though it may go. Consent that was taken back between the two told nobody; whoever holds it now is told.
 */
@Controller()
export class NoteProductWhenItIsSent {
  static readonly consumerId = 'sharing.note-product-when-it-is-sent';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly products: OutwardProductRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly lines: LinesAgain,
    private readonly fresh: FreshFacts,
    private readonly notices: ConsentNotices,
    private readonly life: EnquiryLife,
  ) {}

  @EventPattern(CaseRoutedV1.type)
  handover(@Payload() { id, partnershipId, occurredAt, data }: CaseRoutedV1): Promise<void> {
    const { enquiryId, productId } = data;
    return this.note({ id, partnershipId, occurredAt, enquiryId, productId });
  }

  @EventPattern(FeedbackDueV1.type)
  letter(@Payload() { id, partnershipId, occurredAt, data }: FeedbackDueV1): Promise<void> {
    const { enquiryId, letterId } = data;
    return this.note({ id, partnershipId, occurredAt, enquiryId, productId: letterId });
  }

  /** @throws PassingFailure where an owner of facts is down, or something changed while this was looked at: heard again later */
  private async note({ id, partnershipId, occurredAt, enquiryId, productId }: Sent): Promise<void> {
    if (productId === undefined) return;
    const isOver = await this.life.isOver(enquiryId); // nobody holds anything of it that opens
    const facts = isOver ? undefined : await this.gatherer.of(enquiryId, partnershipId);
    const lines = facts === undefined ? [] : await this.lines.thatStand(facts);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, NoteProductWhenItIsSent.consumerId, id))) return;
      if (facts !== undefined) await this.fresh.require(tx, facts);
      const isNews = await this.products.noteSent(tx, { productId, enquiryId, at: new Date(occurredAt) });
      if (isNews && facts !== undefined) await this.notices.catchUp(tx, facts, lines);
    });
  }
}
