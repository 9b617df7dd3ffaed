import type { ReferrerAcknowledgedV1, SendFeedback, SharingOutcome } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface FeedbackRecord extends Omit<SendFeedback, 'replaces'> {
  readonly feedbackId: string;
  readonly enquiryId: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly acknowledgedAt?: Date;
  /** How they were told; not known of what was told before this was kept. */
  readonly toldBy?: ReferrerAcknowledgedV1['data']['method'];
  /** What `sharing` said of its letter: while it waits, nobody has been written to; where it does not go, the referrer is still to be told, or not. */
  readonly letterOutcome?: SharingOutcome;
  /**
   * Its letter had not gone when the hub decided again, or wrote or recorded something else of the same decision: it never goes, whatever is said of it
   * later.
   */
  readonly overtaken?: 'decided_again' | 'told_otherwise';
}

/** The feedback that is done, or on its way, for a decision: a letter that does not go tells nobody. */
export const isToldOf =
  (decision: string) =>
  ({ decisionId, letterOutcome, overtaken }: FeedbackRecord): boolean =>
    decisionId === decision && letterOutcome !== 'DENY' && overtaken === undefined;

/** Nobody has been written to with its letter, and somebody may be still: it waits for a human, or it is not heard yet that it may go. */
export const isHeld = ({ letterId, letterOutcome, overtaken }: FeedbackRecord): boolean =>
  letterId !== undefined && overtaken === undefined && (letterOutcome === undefined || letterOutcome === 'REVIEW');

const ACKNOWLEDGED =
  'UPDATE feedback SET acknowledged_at = $2, told_by = $3 WHERE feedback_id = $1 AND acknowledged_at IS NULL';

/**
 * A handover is no letter: nobody is written to with it. Of a letter of another enquiry nothing was heard here. What another took the place of was refused
 * by nobody.
 */
const OF_ENQUIRY = `
  SELECT f.*, CASE WHEN l.replaced_by IS NOT NULL THEN NULL WHEN l.handover_digest IS NULL THEN l.outcome ELSE 'DENY' END AS letter_outcome,
         CASE WHEN f.letter_id IS NULL OR l.announced_at IS NOT NULL THEN NULL
              WHEN l.replaced_by IS NOT NULL THEN 'told_otherwise'
              WHEN EXISTS (SELECT 1 FROM decision later JOIN decision its USING (enquiry_id)
                            WHERE its.decision_id = f.decision_id AND later.version > its.version) THEN 'decided_again'
              WHEN EXISTS (SELECT 1 FROM feedback later WHERE later.decision_id = f.decision_id
                              AND (later.sent_at, later.feedback_id) > (f.sent_at, f.feedback_id)) THEN 'told_otherwise' END AS overtaken
    FROM feedback f LEFT JOIN letter l ON l.letter_id = f.letter_id AND l.enquiry_id = f.enquiry_id
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

  /** The first word of it counts. */
  async acknowledge(tx: Tx, feedbackId: string, at: Date, method: FeedbackRecord['toldBy']): Promise<void> {
    await tx.query(ACKNOWLEDGED, [feedbackId, at, method]);
  }
}
