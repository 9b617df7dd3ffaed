import { newId, ReferrerAcknowledgedV1 } from '@mash/contracts';
import { Outbox, type EventContext } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { AcknowledgementKind, AcknowledgementMethod } from '../domain/acknowledgement';
import type { MailWords } from '../domain/mail-words';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { CapturedMailRepository } from '../persistence/captured-mail.repository';
import type { ContactRecord } from '../persistence/contact.record';
import { TelephoneTaskRepository } from '../persistence/telephone-task.repository';

/** What a referrer is told, and how. */
export interface Telling {
  readonly kind: AcknowledgementKind;
  readonly method: AcknowledgementMethod;
  /** What a mail says, where it is one. */
  readonly words: MailWords;
  readonly at: Date;
  readonly feedbackId?: string;
  readonly letterId?: string | undefined;
}

/** Tells a referrer by mail to the account that sent the form, or makes it a task for a person; keeps that it was done, and announces it. */
@Injectable()
export class Acknowledger {
  constructor(
    private readonly mails: CapturedMailRepository,
    private readonly tasks: TelephoneTaskRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: Tx, contact: ContactRecord, telling: Telling, context: EventContext): Promise<void> {
    const { kind, method, at, feedbackId, letterId } = telling;
    const { contactId, enquiryId } = contact;
    const acknowledgementId = newId(at.getTime());
    await this.takeTheWay(tx, contact, telling);
    await this.acknowledgements.add(tx, { acknowledgementId, contactId, kind, method, feedbackId, letterId, at });
    const answers = { ...(feedbackId !== undefined && { feedbackId }), ...(letterId !== undefined && { letterId }) };
    const told = { enquiryId, contactId, acknowledgementId, kind, method, ...answers, at: at.toISOString() };
    await this.outbox.append(tx, ReferrerAcknowledgedV1, told, context);
  }

  private async takeTheWay(tx: Tx, contact: ContactRecord, { kind, method, words, at }: Telling): Promise<void> {
    const { contactId, partnershipId, authorId: accountId } = contact;
    const id = newId(at.getTime());
    if (method === 'email')
      await this.mails.add(tx, { messageId: id, partnershipId, accountId, contactId, ...words, sentAt: at });
    if (method === 'telephone_task')
      await this.tasks.add(tx, { taskId: id, partnershipId, contactId, kind, raisedAt: at });
  }
}
