import type { FeedbackDueV1 } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Acknowledger } from '../acknowledging/acknowledger';
import { INTAKE_SETTINGS } from '../config';
import type { IntakeSettings } from '../config';
import { feedbackKind, feedbackMethod } from '../domain/acknowledgement';
import { updateMail } from '../domain/mail-words';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import type { ContactRecord } from '../persistence/contact.record';

/** Sends one feedback on its way: mail to the sender's account, a task for a person, or nothing where nothing may be told. */
@Injectable()
export class FeedbackSender {
  constructor(
    private readonly acknowledger: Acknowledger,
    private readonly acknowledgements: AcknowledgementRepository,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  hasSent(tx: Tx, feedbackId: string): Promise<boolean> {
    return this.acknowledgements.hasFeedback(tx, feedbackId);
  }

  async send(tx: Tx, contact: ContactRecord, event: FeedbackDueV1, at: Date): Promise<void> {
    const { extent, feedbackId, letterId } = event.data;
    const method = feedbackMethod(contact, extent);
    const words = updateMail(contact.reference, this.settings.consoleUrl);
    const told = method === 'none' ? undefined : letterId;
    const feedback = { kind: feedbackKind(extent), method, words, at, feedbackId, letterId: told };
    await this.acknowledger.tell(tx, contact, feedback, {
      partnershipId: contact.partnershipId,
      correlationId: contact.enquiryId,
      causationId: event.id,
      actor: { id: 'contact-intake', kind: 'system' },
      occurredAt: at,
    });
  }
}
