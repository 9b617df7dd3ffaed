import type { AcknowledgementKind, AcknowledgementMethod } from '../domain/acknowledgement';

/** That a referrer was told, or why nobody was: a mail, a task for a person, or nothing. */
export interface AcknowledgementRecord {
  readonly acknowledgementId: string;
  readonly contactId: string;
  readonly kind: AcknowledgementKind;
  readonly method: AcknowledgementMethod;
  readonly feedbackId?: string | undefined;
  readonly letterId?: string | undefined;
  readonly at: Date;
}

/** Mail that a real post office would have taken: a reference and a link. */
export interface CapturedMailRecord {
  readonly messageId: string;
  readonly partnershipId: string;
  readonly accountId: string;
  readonly contactId: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Date;
}

export interface TelephoneTaskRecord {
  readonly taskId: string;
  readonly partnershipId: string;
  readonly contactId: string;
  readonly kind: AcknowledgementKind;
  readonly raisedAt: Date;
  readonly doneAt?: Date | undefined;
  readonly doneBy?: string | undefined;
}

/** A task with what its list shows of the contact. */
export interface TelephoneTaskOfContact extends TelephoneTaskRecord {
  readonly enquiryId: string;
  readonly reference: string;
}
