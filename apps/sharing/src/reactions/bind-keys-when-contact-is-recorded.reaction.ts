import { ContactRecordedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { KeyStore } from '../keys/key-store';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/**
 * The key a concern was sealed to now belongs to its enquiry and to no other. One that cannot be bound (another's, or none of ours) opens
 * nothing, which the check of the contact reports; the enquiry gets a key of its own, for the work on the child must go on.
 */
@Controller()
export class BindKeysWhenContactIsRecorded {
  static readonly consumerId = 'sharing.bind-keys-when-contact-is-recorded';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly keyStore: KeyStore,
    private readonly enquiries: EnquiryRepository,
  ) {}

  @EventPattern(ContactRecordedV1.type)
  async handle(@Payload() event: ContactRecordedV1): Promise<void> {
    const { partnershipId, data } = event;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, BindKeysWhenContactIsRecorded.consumerId, event.id))) return;
      const { enquiryId, contactId } = data;
      await this.enquiries.add(tx, {
        ...{ enquiryId, partnershipId, contactId },
        enquiryReference: data.enquiryReference,
        referrerKind: data.referrerKind,
        referrerAgencyId: data.referrerAgencyId ?? null,
        recordedAt: new Date(data.recordedAt),
      });
      for (const kid of new Set(data.keyIds))
        await this.keyStore.bindOrReplace(tx, kid, { enquiryId, sealedId: contactId, partnershipId });
    });
  }
}
