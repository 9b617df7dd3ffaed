import type { Actor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { eventContext } from '../../access/event-context';
import { Acknowledger } from '../../acknowledging/acknowledger';
import { INTAKE_SETTINGS } from '../../config';
import type { IntakeSettings } from '../../config';
import { receiptMethod } from '../../domain/acknowledgement';
import { receiptMail } from '../../domain/mail-words';
import type { ContactRecord } from '../../persistence/contact.record';

/**
 * The receipt: by mail, by a telephone task, or by the reference that the answer itself gave. Each of them is an acknowledgement, and ends
 * the hub's working day for it (Working Together 2023).
 */
@Injectable()
export class ReceiptSender {
  constructor(
    private readonly acknowledger: Acknowledger,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  async send(tx: Tx, contact: ContactRecord, actor: Actor): Promise<void> {
    const { partnershipId, enquiryId, reference, recordedAt: at } = contact;
    const words = receiptMail(reference, this.settings.consoleUrl);
    const receipt = { kind: 'receipt', method: receiptMethod(contact), words, at } as const;
    await this.acknowledger.tell(tx, contact, receipt, eventContext(actor, partnershipId, enquiryId, at));
  }
}
