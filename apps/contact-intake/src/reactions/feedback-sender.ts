import { newId, ReferrerAcknowledgedV1 } from '@mash/contracts';
import type { FeedbackDueV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { INTAKE_SETTINGS } from '../config';
import type { IntakeSettings } from '../config';
import { feedbackKind, feedbackMethod } from '../domain/acknowledgement';
import type { AcknowledgementMethod } from '../domain/acknowledgement';
import { updateMail } from '../domain/mail-words';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { CapturedMailRepository } from '../persistence/captured-mail.repository';
import type { ContactRecord } from '../persistence/contact.record';
import { TelephoneTaskRepository } from '../persistence/telephone-task.repository';

/** Sends one feedback on its way: mail to the sender's account, a task for a person, or nothing where nothing may be told. */
@Injectable()
export class FeedbackSender {
  constructor(
    private readonly mails: CapturedMailRepository,
    private readonly tasks: TelephoneTaskRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly outbox: Outbox,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  hasSent(tx: Tx, feedbackId: string): Promise<boolean> {
    return this.acknowledgements.hasFeedback(tx, feedbackId);
  }

  async send(tx: Tx, contact: ContactRecord, event: FeedbackDueV1, at: Date): Promise<void> {
    const { extent, feedbackId, letterId } = event.data;
    const { contactId, enquiryId, partnershipId } = contact;
    const method = feedbackMethod(contact, extent);
    const kind = feedbackKind(extent);
    const acknowledgementId = newId(at.getTime());
    await this.takeTheWay(tx, contact, method, kind, at);
    const told = method === 'none' ? undefined : letterId;
    await this.acknowledgements.add(tx, { acknowledgementId, contactId, kind, method, feedbackId, letterId: told, at });
    await this.outbox.append(
      tx,
      ReferrerAcknowledgedV1,
      { enquiryId, contactId, acknowledgementId, kind, method, feedbackId, at: at.toISOString() },
      {
        partnershipId,
        correlationId: enquiryId,
        causationId: event.id,
        actor: { id: 'contact-intake', kind: 'system' },
        occurredAt: at,
      },
    );
  }

  private async takeTheWay(
    tx: Tx,
    contact: ContactRecord,
    method: AcknowledgementMethod,
    kind: 'receipt' | 'outcome',
    at: Date,
  ) {
    const { contactId, partnershipId, authorId, reference } = contact;
    const id = newId(at.getTime());
    if (method === 'email') {
      const words = updateMail(reference, this.settings.consoleUrl);
      await this.mails.add(tx, { messageId: id, partnershipId, accountId: authorId, contactId, ...words, sentAt: at });
    }
    if (method === 'telephone_task') {
      await this.tasks.add(tx, { taskId: id, partnershipId, contactId, kind, raisedAt: at });
    }
  }
}
