import type { SendFeedback } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertRow } from './insert-row';
import { readRows, type Source } from './read-rows';

export interface FeedbackRecord extends SendFeedback {
  readonly feedbackId: string;
  readonly enquiryId: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly acknowledgedAt?: Date;
  /** Its letter waits for a human of `sharing`: nobody has been written to. */
  readonly isHeld?: boolean;
  /** Its letter does not go: nobody is written to, and the referrer is still to be told, or not. */
  readonly isRefused?: boolean;
}

const ACKNOWLEDGED = 'UPDATE feedback SET acknowledged_at = coalesce(acknowledged_at, $2) WHERE feedback_id = $1';

const OF_ENQUIRY = `
  SELECT f.*, nullif(l.outcome = 'REVIEW', false) AS is_held, nullif(l.outcome = 'DENY', false) AS is_refused
    FROM feedback f LEFT JOIN letter l ON l.letter_id = f.letter_id
   WHERE f.enquiry_id = $1 ORDER BY f.sent_at, f.feedback_id`;

/** What the referrer is told, or why nothing: once for each decision, and again where a letter does not go. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, feedback: FeedbackRecord): Promise<void> {
    await insertRow(tx, 'feedback', feedback);
  }

  of(enquiryId: string, from: Source = this.dataSource): Promise<FeedbackRecord[]> {
    return readRows(from, OF_ENQUIRY, [enquiryId]);
  }

  async acknowledge(tx: Tx, feedbackId: string, at: Date): Promise<void> {
    await tx.query(ACKNOWLEDGED, [feedbackId, at]);
  }
}
