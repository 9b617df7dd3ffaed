import { FeedbackDueV1, LetterTakenBackV1 } from '@mash/contracts';
import { Outbox, type EventContext } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { ClockRepository } from '../../persistence/clock.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import type { FeedbackRecord } from '../../persistence/feedback.repository';

/** Announces that a referrer is to be told: at once, or when the letter that waited may go. And that it never does. */
@Injectable()
export class FeedbackAnnouncer {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly outbox: Outbox,
  ) {}

  async announce(tx: Tx, enquiry: EnquiryRecord, feedback: FeedbackRecord, context: EventContext): Promise<void> {
    const { enquiryId, contactId } = enquiry;
    const { feedbackId, decisionId, extent, letterId, sentAt } = feedback;
    const clock = await this.clocks.find(tx, enquiryId, 'feedback');
    const due = {
      ...{ enquiryId, contactId, decisionId, feedbackId, extent },
      ...(letterId !== undefined && { letterId }),
      dueAt: (clock?.dueAt ?? sentAt).toISOString(),
    };
    await this.outbox.append(tx, FeedbackDueV1, due, context);
  }

  /** A letter that waits never goes: whoever is asked about it is to be asked no more. */
  async takeBack(
    tx: Tx,
    { enquiryId, letterId, at }: { readonly enquiryId: string; readonly letterId: string; readonly at: Date },
    context: EventContext,
  ): Promise<void> {
    const takenBack = { enquiryId, letterId, takenBackAt: at.toISOString() };
    await this.outbox.append(tx, LetterTakenBackV1, takenBack, context);
  }
}
