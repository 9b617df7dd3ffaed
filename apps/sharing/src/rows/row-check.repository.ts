import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Finding } from './finding';
import { NOBODYS } from './watched-tables';

export interface RowCheckRow {
  checkId: string;
  startedAt: Date;
  finishedAt: Date;
  state: 'whole' | 'differs' | 'unfinished';
  rowsChecked: number;
  askedBy: string;
  /** By this service, that it made the check; null on those from before they were signed. */
  signature: string | null;
}

const CHECK = `SELECT check_id AS "checkId", started_at AS "startedAt", finished_at AS "finishedAt", state, rows_checked AS "rowsChecked",
  asked_by AS "askedBy", signature FROM row_check`;

/** So many are read at once, to find one that was made. */
export const CHECKS_AT_ONCE = 100;

/** Whose a finding is that belongs to nobody cannot be told: all see it. */
const MINE = `coalesce(nullif(f.partnership_id, '${NOBODYS}'::uuid), $1::uuid) = $1::uuid`;
const SAME = `g.table_name = f.table_name AND g.row_key = f.row_key AND g.kind = f.kind AND g.found_hash IS NOT DISTINCT FROM f.found_hash`;
/**
 * Keys come last: thousands may have been written off at once, and would keep an edited row out of sight.
 * Acknowledged is what was found up to the newest check that was, and no later than that was said; and afterwards what stood at that moment, for as long
 * as every check finds the row, and finds it the same.
 */
const UNACKNOWLEDGED = `
  WITH seen AS (SELECT coalesce(max(least(c.finished_at, a.acknowledged_at)), '-infinity') AS at
                  FROM row_check_acknowledgement a JOIN row_check c ON c.check_id = a.check_id WHERE a.partnership_id = $1 AND a.acknowledged_at <= $2),
       finished AS (SELECT check_id, finished_at FROM row_check WHERE state <> 'unfinished'),
       acknowledged AS (SELECT check_id FROM finished, seen WHERE finished_at <= seen.at ORDER BY finished_at DESC LIMIT 1)
  SELECT f.table_name AS "table", f.row_key AS key, f.kind, min(c.finished_at) AS "firstFoundAt", max(c.finished_at) AS "lastFoundAt",
         coalesce(bool_or(c.check_id = $3), false) AS stands
    FROM row_check_finding f JOIN row_check c ON c.check_id = f.check_id CROSS JOIN seen
   WHERE ${MINE} AND c.finished_at > seen.at
     AND NOT (EXISTS (SELECT 1 FROM row_check_finding g JOIN acknowledged ON acknowledged.check_id = g.check_id WHERE ${SAME})
              AND NOT EXISTS (SELECT 1 FROM finished d WHERE d.finished_at > seen.at AND d.finished_at < c.finished_at
                                AND NOT EXISTS (SELECT 1 FROM row_check_finding g WHERE g.check_id = d.check_id AND ${SAME})))
   GROUP BY 1, 2, 3 ORDER BY max(c.finished_at) DESC, f.table_name = 'enquiry_key', 1, 2 LIMIT 1000`;
const ACKNOWLEDGE = `
  INSERT INTO row_check_acknowledgement (acknowledgement_id, partnership_id, check_id, acknowledged_by, acknowledged_at)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`;

export type UnacknowledgedRow = Omit<Finding, 'partnershipId'> & {
  readonly firstFoundAt: Date;
  readonly lastFoundAt: Date;
  readonly stands: boolean;
};

/** What came of each check. Added to and never changed. */
@Injectable()
export class RowCheckRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, check: RowCheckRow, findings: readonly Finding[]): Promise<void> {
    const { checkId, startedAt, finishedAt, state, rowsChecked, askedBy, signature } = check;
    const insert = `INSERT INTO row_check (check_id, started_at, finished_at, state, rows_checked, asked_by, signature)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`;
    await tx.query(insert, [checkId, startedAt, finishedAt, state, rowsChecked, askedBy, signature]);
    const found = findings.map((one) => ({
      finding_id: newId(),
      check_id: checkId,
      partnership_id: one.partnershipId,
      table_name: one.table,
      row_key: one.key,
      kind: one.kind,
      found_hash: one.hash ?? null,
    }));
    await tx.query(
      `INSERT INTO row_check_finding (finding_id, check_id, partnership_id, table_name, row_key, kind, found_hash)
        SELECT * FROM jsonb_to_recordset($1::jsonb)
          AS f (finding_id uuid, check_id uuid, partnership_id uuid, table_name text, row_key text, kind text, found_hash text)`,
      [JSON.stringify(found)],
    );
  }

  /** Partnerships that this service knows of. */
  async partnerships(tx: Tx): Promise<string[]> {
    const select = 'SELECT DISTINCT partnership_id AS id FROM agency';
    return (await tx.query<{ id: string }[]>(select)).map(({ id }) => id);
  }

  /** As they lie in the table, the newest first; none that is dated ahead. Which of them were made `MadeChecks` says. */
  upTo(now: Date, its: { states: readonly RowCheckRow['state'][]; since?: Date; offset?: number }) {
    const select = `${CHECK} WHERE state = ANY($2) AND finished_at <= $1 AND ($3::timestamptz IS NULL OR finished_at >= $3)
      ORDER BY finished_at DESC, check_id LIMIT ${CHECKS_AT_ONCE} OFFSET $4`;
    const values = [now, its.states, its.since ?? null, its.offset ?? 0];
    return this.dataSource.query<RowCheckRow[]>(select, values);
  }

  async isThere(checkId: string, tx: Tx): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM row_check WHERE check_id = $1', [checkId])).length > 0;
  }

  /** @returns false where it was acknowledged before */
  async acknowledge(
    tx: Tx,
    its: { acknowledgementId: string; partnershipId: string; checkId: string; by: string; at: Date },
  ): Promise<boolean> {
    const values = [its.acknowledgementId, its.partnershipId, its.checkId, its.by, its.at];
    return (await tx.query<unknown[]>(ACKNOWLEDGE, values)).length > 0;
  }

  /**
   * Each row once, whatever number of checks found it; those found last first. What is dated ahead acknowledges nothing.
   * @param its.newest the newest check that was finished: what it found stands
   */
  unacknowledged(
    partnershipId: string,
    its: { now: Date; newest: Pick<RowCheckRow, 'checkId'> | undefined },
  ): Promise<UnacknowledgedRow[]> {
    const values = [partnershipId, its.now, its.newest?.checkId ?? null];
    return this.dataSource.query<UnacknowledgedRow[]>(UNACKNOWLEDGED, values);
  }

  /** Those of one partnership, and those of nobody. */
  findingsOf(checkId: string, partnershipId: string): Promise<Finding[]> {
    const select = `SELECT f.table_name AS "table", f.row_key AS key, f.kind, f.partnership_id AS "partnershipId" FROM row_check_finding f
      WHERE ${MINE} AND f.check_id = $2 ORDER BY f.table_name, f.row_key`;
    return this.dataSource.query<Finding[]>(select, [partnershipId, checkId]);
  }
}
