import { DecisionMadeV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/** From then on an answer is late for the decision, and the agency is told so before it answers. */
@Controller()
export class NoteDecisionWhenItIsMade {
  static readonly consumerId = 'agency-requests.note-decision-when-it-is-made';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
  ) {}

  @EventPattern(DecisionMadeV1.type)
  async handle(@Payload() event: DecisionMadeV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, NoteDecisionWhenItIsMade.consumerId, event.id))) return;
      await this.enquiries.ensure(tx, event.data.enquiryId, event.partnershipId);
      await this.enquiries.noteDecision(tx, event.data.enquiryId, new Date(event.data.decidedAt));
    });
  }
}
