import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ObligationCode } from '../domain/decision';

export interface ObligationRow {
  obligationId: string;
  sharingDecisionId: string;
  enquiryId: string;
  code: ObligationCode;
  owner: string;
  dueAt: Date;
  doneAt: Date | null;
}

@Injectable()
export class ObligationRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, row: Omit<ObligationRow, 'doneAt'>): Promise<void> {
    const insert = `INSERT INTO obligation (obligation_id, sharing_decision_id, enquiry_id, code, owner, due_at) VALUES ($1, $2, $3, $4, $5, $6)`;
    await tx.query(insert, [row.obligationId, row.sharingDecisionId, row.enquiryId, row.code, row.owner, row.dueAt]);
  }

  /** Open ones first, soonest first. One task for each code: ten lines that ask to tell the parent are one telling. */
  ofEnquiry(enquiryId: string): Promise<ObligationRow[]> {
    const select = `SELECT * FROM (SELECT DISTINCT ON (code) obligation_id AS "obligationId", sharing_decision_id AS "sharingDecisionId", enquiry_id AS "enquiryId", code, owner,
        due_at AS "dueAt", done_at AS "doneAt" FROM obligation WHERE enquiry_id = $1 ORDER BY code, done_at NULLS FIRST, due_at) tasks
      ORDER BY "doneAt" NULLS FIRST, "dueAt"`;
    return this.dataSource.query<ObligationRow[]>(select, [enquiryId]);
  }
}
