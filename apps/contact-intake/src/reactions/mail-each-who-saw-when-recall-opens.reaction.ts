import { AuditTrail } from '@mash/audit-client';
import { RecallOpenedV1 } from '@mash/contracts';
import { ErasedEnquiryRepository } from '@mash/erasure';
import { Inbox } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { INTAKE_SETTINGS } from '../config';
import type { IntakeSettings } from '../config';
import { taskMail } from '../domain/mail-words';
import { CapturedMailRepository } from '../persistence/captured-mail.repository';
import { ContactRepository } from '../persistence/contact.repository';

/**
 * Whoever saw what is recalled has a working day to destroy it: a notice that waits for their next sign-in may wait for longer than that. One
 * mail for each notice, whose id is the mail's. A desk has no mailbox: its notice stands in the list of whoever works it.
 */
@Controller()
export class MailEachWhoSawWhenRecallOpens {
  static readonly consumerId = 'contact-intake.mail-each-who-saw-when-recall-opens';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly contacts: ContactRepository,
    private readonly mails: CapturedMailRepository,
    private readonly erased: ErasedEnquiryRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  @EventPattern(RecallOpenedV1.type)
  async handle(@Payload() event: RecallOpenedV1): Promise<void> {
    const { enquiryId, recallId, told = [] } = event.data;
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, MailEachWhoSawWhenRecallOpens.consumerId, event.id))) return;
      if (told.length === 0) return;
      if (await this.erased.has(enquiryId, tx)) return; // nobody is told anything of it any more
      // A recall comes of a contact that this very database announced: one that is not here never will be.
      const contact = await this.contacts.byEnquiry(enquiryId, tx);
      if (contact?.partnershipId !== event.partnershipId)
        throw new Error('INTAKE.RECALL_ABOUT_NOTHING: no contact of this enquiry');
      const { partnershipId, contactId } = contact;
      const words = taskMail(contact.enquiryReference, this.settings.consoleUrl);
      const sentAt = this.clock.now();
      for (const { noticeId: messageId, accountId } of told)
        await this.mails.addOnce(tx, { messageId, partnershipId, accountId, contactId, ...words, sentAt });
      const actor = { kind: 'system' as const, id: 'contact-intake', partnershipId };
      const subject = { type: 'Recall', id: recallId };
      const counts = { messages: told.length };
      await this.audit.record(tx, { actor, action: 'recall.mail', subject, enquiryId, outcome: 'done', counts });
    });
  }
}
