import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Finding } from './finding';

export interface RowCheckRow {
  checkId: string;
  startedAt: Date;
  finishedAt: Date;
  state: 'whole' | 'differs' | 'unfinished';
  rowsChecked: number;
  askedBy: string;
}

const CHECK = `SELECT check_id AS "checkId", started_at AS "startedAt", finished_at AS "finishedAt", state, rows_checked AS "rowsChecked",
  asked_by AS "askedBy" FROM row_check`;

/** What came of each check. Added to and never changed. */
@Injectable()
export class RowCheckRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, check: RowCheckRow, findings: readonly Finding[]): Promise<void> {
    const { checkId, startedAt, finishedAt, state, rowsChecked, askedBy } = check;
    const insert = `INSERT INTO row_check (check_id, started_at, finished_at, state, rows_checked, asked_by) VALUES ($1, $2, $3, $4, $5, $6)`;
    await tx.query(insert, [checkId, startedAt, finishedAt, state, rowsChecked, askedBy]);
    const found = findings.map((one) => ({
      finding_id: newId(),
      check_id: checkId,
      partnership_id: one.partnershipId,
      table_name: one.table,
      row_key: one.key,
      kind: one.kind,
    }));
    await tx.query(
      `INSERT INTO row_check_finding (finding_id, check_id, partnership_id, table_name, row_key, kind)
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS f (finding_id uuid, check_id uuid, partnership_id uuid, table_name text, row_key text, kind text)`,
      [JSON.stringify(found)],
    );
  }

  /** Partnerships that this service knows of. */
  async partnerships(tx: Tx): Promise<string[]> {
    const select = 'SELECT DISTINCT partnership_id AS id FROM agency';
    return (await tx.query<{ id: string }[]>(select)).map(({ id }) => id);
  }

  async newest(): Promise<RowCheckRow | undefined> {
    return (await this.dataSource.query<RowCheckRow[]>(`${CHECK} ORDER BY finished_at DESC LIMIT 1`))[0];
  }

  /** The newest that came to an end: one that could not be finished says nothing. */
  async newestFinished(): Promise<RowCheckRow | undefined> {
    const select = `${CHECK} WHERE state <> 'unfinished' ORDER BY finished_at DESC LIMIT 1`;
    return (await this.dataSource.query<RowCheckRow[]>(select))[0];
  }

  async lastWholeAt(): Promise<Date | undefined> {
    const select = `SELECT max(finished_at) AS at FROM row_check WHERE state = 'whole'`;
    return (await this.dataSource.query<{ at: Date | null }[]>(select))[0]?.at ?? undefined;
  }

  /** Those of one partnership. */
  findingsOf(checkId: string, partnershipId: string): Promise<Finding[]> {
    const select = `SELECT table_name AS "table", row_key AS key, kind, partnership_id AS "partnershipId" FROM row_check_finding
      WHERE check_id = $1 AND partnership_id = $2 ORDER BY table_name, row_key`;
    return this.dataSource.query<Finding[]>(select, [checkId, partnershipId]);
  }
}
