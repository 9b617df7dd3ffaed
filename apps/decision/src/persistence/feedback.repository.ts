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
}

const ACKNOWLEDGED = 'UPDATE feedback SET acknowledged_at = coalesce(acknowledged_at, $2) WHERE feedback_id = $1';

/** What the referrer is told, or why nothing, once for each decision. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, feedback: FeedbackRecord): Promise<void> {
    await insertRow(tx, 'feedback', feedback);
  }

  of(enquiryId: string, from: Source = this.dataSource): Promise<FeedbackRecord[]> {
    return readRows(from, 'SELECT * FROM feedback WHERE enquiry_id = $1 ORDER BY sent_at, feedback_id', [enquiryId]);
  }

  async acknowledge(tx: Tx, feedbackId: string, at: Date): Promise<void> {
    await tx.query(ACKNOWLEDGED, [feedbackId, at]);
  }
}
