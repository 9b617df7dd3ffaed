import { GlassBrokenV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { KeyStore } from '../keys/key-store';

/**
 * The key that a reason was sealed to now belongs to the enquiry whose glass was broken, and goes with it. One that cannot be bound (another's, or
 * none of ours) opens nothing; the enquiry has its own key and its work goes on.
 */
@Controller()
export class BindKeyWhenGlassIsBroken {
  static readonly consumerId = 'sharing.bind-key-when-glass-is-broken';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly keyStore: KeyStore,
  ) {}

  @EventPattern(GlassBrokenV1.type)
  async handle(@Payload() { id, partnershipId, data }: GlassBrokenV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, BindKeyWhenGlassIsBroken.consumerId, id))) return;
      const { enquiryId, glassId, keyId } = data;
      await this.keyStore.bindOrReplace(tx, keyId, { enquiryId, sealedId: glassId, partnershipId });
    });
  }
}
