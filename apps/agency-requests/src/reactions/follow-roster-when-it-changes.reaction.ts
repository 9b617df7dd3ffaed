import { RosterChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { ErasedEnquiryRepository } from '@mash/erasure';

@Controller()
export class FollowRosterWhenItChanges {
  static readonly consumerId = 'agency-requests.follow-roster-when-it-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly erased: ErasedEnquiryRepository,
  ) {}

  @EventPattern(RosterChangedV1.type)
  async handle(@Payload() event: RosterChangedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, FollowRosterWhenItChanges.consumerId, event.id))) return;
      const { enquiryId, version, mentions } = event.data;
      if (await this.erased.has(enquiryId, tx)) return;
      await this.enquiries.ensure(tx, enquiryId, event.partnershipId);
      await this.enquiries.noteRoster(tx, enquiryId, version, mentions);
    });
  }
}
