import { LetterTakenBackV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ConsentRepository } from '../consent/consent.repository';
import { OutwardProductRepository } from '../products/outward-product.repository';
import { QuestionsOfProducts } from '../products/questions-of-products';

/**
 * The hub has said something else to the referrer, or nothing, or has decided again: a letter that waits never goes, and nobody is asked about it any more.
 * That is announced to nobody, for whoever waited for it said so.
 */
@Controller()
export class StopLetterWhenItIsTakenBack {
  static readonly consumerId = 'sharing.stop-letter-when-it-is-taken-back';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly consents: ConsentRepository,
    private readonly products: OutwardProductRepository,
    private readonly questions: QuestionsOfProducts,
  ) {}

  @EventPattern(LetterTakenBackV1.type)
  async handle(@Payload() { id, data }: LetterTakenBackV1): Promise<void> {
    const { enquiryId, letterId: productId, takenBackAt } = data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, StopLetterWhenItIsTakenBack.consumerId, id))) return;
      // Whoever decides it again, or answers, at this moment is waited for: nothing is asked of it after this.
      await this.consents.lock(tx, enquiryId);
      const at = new Date(takenBackAt);
      if (await this.products.noteTakenBack(tx, { productId, enquiryId, at }))
        await this.questions.takeBack(tx, { enquiryId, productId });
    });
  }
}
