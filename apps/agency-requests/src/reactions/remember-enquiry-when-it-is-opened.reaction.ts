import { EnquiryOpenedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryRepository } from '../persistence/enquiry.repository';

@Controller()
export class RememberEnquiryWhenItIsOpened {
  static readonly consumerId = 'agency-requests.remember-enquiry-when-it-is-opened';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
  ) {}

  @EventPattern(EnquiryOpenedV1.type)
  async handle(@Payload() event: EnquiryOpenedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, RememberEnquiryWhenItIsOpened.consumerId, event.id))) return;
      const { enquiryId, reference, pack } = event.data;
      await this.enquiries.ensure(tx, enquiryId, event.partnershipId);
      await this.enquiries.noteOpened(tx, enquiryId, { reference, packId: pack.id, packVersion: pack.version });
    });
  }
}
