import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readRows, type Source } from './read-rows';

/** A request that was issued to an agency: who was asked and whether they have answered. Never what. */
export interface AskedRequestRecord {
  readonly requestId: string;
  readonly enquiryId: string;
  readonly agencyId: string;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  readonly overdueAt?: Date;
  readonly answeredAt?: Date;
}

/** Lines of a request are issued singly, and may be issued late (a REVIEW): the earliest issue and the latest due time stand. */
const COUNT = `
  INSERT INTO asked_request (request_id, enquiry_id, agency_id, issued_at, due_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (request_id) DO UPDATE SET issued_at = least(asked_request.issued_at, excluded.issued_at),
    due_at = greatest(asked_request.due_at, excluded.due_at)`;
const OVERDUE = 'UPDATE asked_request SET overdue_at = coalesce(overdue_at, $2) WHERE request_id = $1';
const ANSWERED = 'UPDATE asked_request SET answered_at = coalesce(answered_at, $2) WHERE request_id = $1';

@Injectable()
export class AskedRequestRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(enquiryIds: readonly string[], from: Source = this.dataSource): Promise<AskedRequestRecord[]> {
    const sql = 'SELECT * FROM asked_request WHERE enquiry_id = ANY($1::uuid[]) ORDER BY due_at, request_id';
    return readRows<AskedRequestRecord>(from, sql, [[...enquiryIds]]);
  }

  async find(tx: Tx, requestId: string): Promise<AskedRequestRecord | undefined> {
    return (
      await readRows<AskedRequestRecord>(tx, 'SELECT * FROM asked_request WHERE request_id = $1', [requestId])
    )[0];
  }

  async count(tx: Tx, { requestId, enquiryId, agencyId, issuedAt, dueAt }: AskedRequestRecord): Promise<void> {
    await tx.query(COUNT, [requestId, enquiryId, agencyId, issuedAt, dueAt]);
  }

  async markOverdue(tx: Tx, requestId: string, at: Date): Promise<void> {
    await tx.query(OVERDUE, [requestId, at]);
  }

  async markAnswered(tx: Tx, requestId: string, at: Date): Promise<void> {
    await tx.query(ANSWERED, [requestId, at]);
  }
}
