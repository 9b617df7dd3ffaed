import { CaseRoutedV1, ProductSentV1, ReferrerAcknowledgedV1 } from '@mash/contracts';
import { Inbox, Outbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { OutwardProductRepository } from '../products/outward-product.repository';

interface Sent {
  readonly id: string;
  readonly partnershipId: string;
  readonly occurredAt: string;
  readonly enquiryId: string;
  readonly productId: string | undefined;
}

/**
 * A handover has gone once its team was given the case, a letter once its referrer, or whoever is to ring them, is told that there is one, and not where they
 * asked not to hear back: until then nobody outside holds anything of it, though it may go. Noting that waits for nobody, for behind it in the topic of its
 * sender lies immediate protection. What follows needs the facts
 * of other services, and is done when this service hears itself say so (`DecideAgainWhenAFactChanges`): consent that was taken back between the two told
 * nobody, and whoever holds it now is told.
 */
@Controller()
export class NoteProductWhenItIsSent {
  static readonly consumerId = 'sharing.note-product-when-it-is-sent';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly products: OutwardProductRepository,
  ) {}

  @EventPattern(CaseRoutedV1.type)
  handover(@Payload() { id, partnershipId, occurredAt, data }: CaseRoutedV1): Promise<void> {
    const { enquiryId, productId } = data;
    return this.note({ id, partnershipId, occurredAt, enquiryId, productId });
  }

  @EventPattern(ReferrerAcknowledgedV1.type)
  letter(@Payload() { id, partnershipId, occurredAt, data }: ReferrerAcknowledgedV1): Promise<void> {
    const { enquiryId, letterId } = data;
    return this.note({ id, partnershipId, occurredAt, enquiryId, productId: letterId });
  }

  private async note({ id, partnershipId, occurredAt, enquiryId, productId }: Sent): Promise<void> {
    if (productId === undefined) return;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, NoteProductWhenItIsSent.consumerId, id))) return;
      const at = new Date(occurredAt);
      if (!(await this.products.noteSent(tx, { productId, enquiryId, at }))) return;
      const context = { partnershipId, correlationId: enquiryId, causationId: id, actor: SYSTEM };
      await this.outbox.append(tx, ProductSentV1, { enquiryId, productId, sentAt: at.toISOString() }, context);
    });
  }
}
