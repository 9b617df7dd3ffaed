import { AuditTrail } from '@mash/audit-client';
import { FeedbackDueV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ContactRepository } from '../persistence/contact.repository';
import { ErasedEnquiryRepository } from '@mash/erasure';
import { FeedbackSender } from './feedback-sender';

/** Tells the referrer what the rules allow, by mail or through a person, once for each feedback. */
@Controller()
export class AcknowledgeReferrerWhenFeedbackIsDue {
  static readonly consumerId = 'contact-intake.acknowledge-referrer-when-feedback-is-due';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly contacts: ContactRepository,
    private readonly sender: FeedbackSender,
    private readonly erased: ErasedEnquiryRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @EventPattern(FeedbackDueV1.type)
  async handle(@Payload() event: FeedbackDueV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const isFirstDelivery = await this.inbox.claim(tx, AcknowledgeReferrerWhenFeedbackIsDue.consumerId, event.id);
      if (!isFirstDelivery) return;

      const { contactId, enquiryId, feedbackId } = event.data;
      if (await this.erased.has(enquiryId, tx)) return; // nobody is told anything of it any more
      const contact = await this.contacts.byId(contactId, tx);
      // Feedback comes of a contact that this very database announced: one that is not here never will be.
      if (contact?.partnershipId !== event.partnershipId || contact.enquiryId !== enquiryId) {
        throw new Error('INTAKE.FEEDBACK_ABOUT_NOTHING: no such contact');
      }
      if (await this.sender.hasSent(tx, feedbackId)) return; // the same feedback, asked for by another event
      await this.sender.send(tx, contact, event, this.clock.now());
      const actor = { kind: 'system' as const, id: 'contact-intake', partnershipId: contact.partnershipId };
      const subject = { type: 'Feedback', id: feedbackId };
      await this.audit.record(tx, { actor, action: 'referrer.acknowledge', subject, enquiryId, outcome: 'done' });
    });
  }
}
