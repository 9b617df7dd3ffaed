import { readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A request that was issued to an agency: who was asked and whether they have answered. Never what. */
export interface AskedRequestRecord {
  readonly requestId: string;
  readonly enquiryId: string;
  readonly agencyId: string;
  /** Its name says nothing of what it knows. */
  readonly mayBeNamed: boolean;
  /** Since when it is owed: asked more after it had answered, an agency owes it anew. */
  readonly issuedAt: Date;
  readonly dueAt: Date;
  readonly overdueAt?: Date;
  readonly answeredAt?: Date;
}

/** It had answered all that it was asked, and is asked more. */
const WAS_ANSWERED =
  '(asked_request.answered_at >= asked_request.issued_at AND asked_request.answered_at < excluded.issued_at)';

/**
 * Lines of a request are issued singly, and may be issued late (a REVIEW): the earliest issue and the latest due time stand. One that had been
 * recalled, or answered before, is owed anew, and is late for nothing that went before.
 */
const COUNT = `
  INSERT INTO asked_request (request_id, enquiry_id, agency_id, issued_at, last_issued_at, due_at, may_be_named) VALUES ($1, $2, $3, $4, $4, $5, $6)
  ON CONFLICT (request_id) DO UPDATE SET
    last_issued_at = greatest(asked_request.last_issued_at, asked_request.issued_at, excluded.issued_at),
    issued_at = CASE WHEN ${WAS_ANSWERED} THEN excluded.issued_at ELSE least(asked_request.issued_at, excluded.issued_at) END,
    due_at = greatest(asked_request.due_at, excluded.due_at), recalled_at = NULL, may_be_named = excluded.may_be_named,
    overdue_at = CASE WHEN asked_request.recalled_at IS NULL AND NOT coalesce(${WAS_ANSWERED}, false) THEN asked_request.overdue_at END`;
const OVERDUE = 'UPDATE asked_request SET overdue_at = coalesce(overdue_at, $2) WHERE request_id = $1';
/** What it had answered before it was asked more stands. */
const RECALLED = `UPDATE asked_request SET recalled_at = coalesce(recalled_at, $2), issued_at = least(issued_at, answered_at) WHERE request_id = $1`;
/** What was recalled before it was answered is owed by nobody. */
const STANDS = '(recalled_at IS NULL OR answered_at IS NOT NULL)';
/** It was asked more between its giving this answer and that being accepted. Said by one clock: that of who asks and takes answers in. */
const ASKED_MORE_SINCE = '(recalled_at IS NULL AND last_issued_at > issued_at AND last_issued_at > $3::timestamptz)';
/** The first answer answers, whatever the clocks of two services say; a later one what was asked before it. What was asked since it was given is owed. */
const ANSWERED = `UPDATE asked_request
   SET answered_at = CASE WHEN answered_at IS NULL THEN greatest(issued_at, $2) WHEN answered_at < issued_at THEN greatest(answered_at, $2) ELSE answered_at END,
       issued_at = CASE WHEN ${ASKED_MORE_SINCE} THEN last_issued_at ELSE issued_at END,
       overdue_at = CASE WHEN ${ASKED_MORE_SINCE} AND overdue_at < last_issued_at THEN NULL ELSE overdue_at END
 WHERE request_id = $1`;
const READ = `SELECT request_id, enquiry_id, agency_id, may_be_named, issued_at, due_at, overdue_at,
    CASE WHEN answered_at >= issued_at THEN answered_at END AS answered_at FROM asked_request`;

@Injectable()
export class AskedRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Requests that stand: a recalled one is neither asked nor owed. */
  of(enquiryIds: readonly string[], from: Source = this.dataSource): Promise<AskedRequestRecord[]> {
    const sql = `${READ} WHERE enquiry_id = ANY($1::uuid[]) AND ${STANDS} ORDER BY due_at, request_id`;
    return readRows<AskedRequestRecord>(from, sql, [[...enquiryIds]]);
  }

  /** Every request that was ever issued in an enquiry, recalled ones too: who was asked with it is named by it all the same. */
  everAsked(enquiryId: string): Promise<AskedRequestRecord[]> {
    return readRows<AskedRequestRecord>(this.dataSource, `${READ} WHERE enquiry_id = $1`, [enquiryId]);
  }

  async find(tx: Tx, requestId: string): Promise<AskedRequestRecord | undefined> {
    return (await readRows<AskedRequestRecord>(tx, `${READ} WHERE request_id = $1`, [requestId]))[0];
  }

  async count(
    tx: Tx,
    { requestId, enquiryId, agencyId, issuedAt, dueAt, mayBeNamed }: AskedRequestRecord,
  ): Promise<void> {
    await tx.query(COUNT, [requestId, enquiryId, agencyId, issuedAt, dueAt, mayBeNamed]);
  }

  async markOverdue(tx: Tx, requestId: string, at: Date): Promise<void> {
    await tx.query(OVERDUE, [requestId, at]);
  }

  /** Nothing of it is owed any more: every line was held, recalled or answered. */
  async markRecalled(tx: Tx, requestId: string, at: Date): Promise<void> {
    await tx.query(RECALLED, [requestId, at]);
  }

  /** @param receivedAt when it was given, where that is known; by its accepting, which may be long after, others may have been asked more */
  async markAnswered(tx: Tx, requestId: string, acceptedAt: Date, receivedAt?: Date): Promise<void> {
    await tx.query(ANSWERED, [requestId, receivedAt ?? acceptedAt, receivedAt]);
  }
}
