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

  /** What this service does by itself is done when it says so. */
  async systemHasDone(tx: Tx, enquiryId: string, code: ObligationCode, at: Date): Promise<void> {
    const update = `UPDATE obligation SET done_at = $3, done_by = 'sharing' WHERE enquiry_id = $1 AND code = $2 AND done_at IS NULL`;
    await tx.query(update, [enquiryId, code, at]);
  }

  /** Ends every open task of one code that follows from a decision. */
  async endOf(
    tx: Tx,
    sharingDecisionIds: readonly string[],
    code: ObligationCode,
    by: string,
    at: Date,
  ): Promise<void> {
    const update = `UPDATE obligation SET done_at = $4, done_by = $3 WHERE sharing_decision_id = ANY($1::uuid[]) AND code = $2 AND done_at IS NULL`;
    await tx.query(update, [sharingDecisionIds, code, by, at]);
  }

  /** The soonest open due time of one code for each decision. */
  async dueOf(sharingDecisionIds: readonly string[], code: ObligationCode): Promise<ReadonlyMap<string, Date>> {
    const select = `SELECT sharing_decision_id AS id, min(due_at) AS due FROM obligation
      WHERE sharing_decision_id = ANY($1::uuid[]) AND code = $2 AND done_at IS NULL GROUP BY sharing_decision_id`;
    const rows = await this.dataSource.query<{ id: string; due: Date }[]>(select, [sharingDecisionIds, code]);
    return new Map(rows.map(({ id, due }) => [id, due]));
  }
}
