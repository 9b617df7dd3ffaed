import { EnquiryRatedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/** A rating drafts the research plan: the plan is read from pack, colour and roster, so remembering the rating is drawing it. */
@Controller()
export class DrawPlanAnewWhenEnquiryIsRated {
  static readonly consumerId = 'agency-requests.draw-plan-anew-when-enquiry-is-rated';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
  ) {}

  @EventPattern(EnquiryRatedV1.type)
  async handle(@Payload() event: EnquiryRatedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, DrawPlanAnewWhenEnquiryIsRated.consumerId, event.id))) return;
      await this.enquiries.ensure(tx, event.data.enquiryId, event.partnershipId);
      await this.enquiries.noteRating(tx, event.data.enquiryId, event.data);
    });
  }
}
