import type { Actor } from '@mash/authorisation';
import { newId, ReferrerAcknowledgedV1 } from '@mash/contracts';
import { Outbox } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { eventContext } from '../../access/event-context';
import { INTAKE_SETTINGS } from '../../config';
import type { IntakeSettings } from '../../config';
import { receiptMethod } from '../../domain/acknowledgement';
import { receiptMail } from '../../domain/mail-words';
import { AcknowledgementRepository } from '../../persistence/acknowledgement.repository';
import { CapturedMailRepository } from '../../persistence/captured-mail.repository';
import type { ContactRecord } from '../../persistence/contact.record';

/** The receipt by mail, where the sender asked for one at their own account. Everybody else has the reference in the answer. */
@Injectable()
export class ReceiptSender {
  constructor(
    private readonly mails: CapturedMailRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly outbox: Outbox,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  async send(tx: Tx, contact: ContactRecord, actor: Actor): Promise<void> {
    const method = receiptMethod(contact);
    if (method !== 'email') return;
    const { contactId, partnershipId, enquiryId, authorId, reference, recordedAt: at } = contact;
    const acknowledgementId = newId(at.getTime());
    const words = receiptMail(reference, this.settings.consoleUrl);
    await this.mails.add(tx, {
      messageId: newId(at.getTime()),
      partnershipId,
      accountId: authorId,
      contactId,
      ...words,
      sentAt: at,
    });
    await this.acknowledgements.add(tx, { acknowledgementId, contactId, kind: 'receipt', method, at });
    await this.outbox.append(
      tx,
      ReferrerAcknowledgedV1,
      { enquiryId, contactId, acknowledgementId, kind: 'receipt', method, at: at.toISOString() },
      eventContext(actor, partnershipId, enquiryId, at),
    );
  }
}
