import type { Actor } from '@mash/authorisation';
import { newId, ReferrerAcknowledgedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { eventContext } from '../../access/event-context';
import { INTAKE_SETTINGS } from '../../config';
import type { IntakeSettings } from '../../config';
import { receiptMethod, type AcknowledgementMethod } from '../../domain/acknowledgement';
import { receiptMail } from '../../domain/mail-words';
import { AcknowledgementRepository } from '../../persistence/acknowledgement.repository';
import { CapturedMailRepository } from '../../persistence/captured-mail.repository';
import type { ContactRecord } from '../../persistence/contact.record';
import { TelephoneTaskRepository } from '../../persistence/telephone-task.repository';

/**
 * The receipt: by mail, by a telephone task, or by the reference that the answer itself gave. Each of them is an acknowledgement, and ends
 * the hub's working day for it (Working Together 2023).
 */
@Injectable()
export class ReceiptSender {
  constructor(
    private readonly mails: CapturedMailRepository,
    private readonly tasks: TelephoneTaskRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly outbox: Outbox,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  async send(tx: Tx, contact: ContactRecord, actor: Actor): Promise<void> {
    const method = receiptMethod(contact);
    const { contactId, partnershipId, enquiryId, recordedAt: at } = contact;
    const acknowledgementId = newId(at.getTime());
    await this.takeTheWay(tx, contact, method);
    await this.acknowledgements.add(tx, { acknowledgementId, contactId, kind: 'receipt', method, at });
    await this.outbox.append(
      tx,
      ReferrerAcknowledgedV1,
      { enquiryId, contactId, acknowledgementId, kind: 'receipt', method, at: at.toISOString() },
      eventContext(actor, partnershipId, enquiryId, at),
    );
  }

  private async takeTheWay(tx: Tx, contact: ContactRecord, method: AcknowledgementMethod): Promise<void> {
    const { contactId, partnershipId, authorId, reference, recordedAt: at } = contact;
    const id = newId(at.getTime());
    if (method === 'email') {
      const words = receiptMail(reference, this.settings.consoleUrl);
      await this.mails.add(tx, { messageId: id, partnershipId, accountId: authorId, contactId, ...words, sentAt: at });
    }
    if (method === 'telephone_task')
      await this.tasks.add(tx, { taskId: id, partnershipId, contactId, kind: 'receipt', raisedAt: at });
  }
}
