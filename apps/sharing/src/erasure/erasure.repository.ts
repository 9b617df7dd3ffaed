import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface ErasureRow {
  erasureId: string;
  partnershipId: string;
  enquiryId: string;
  enquiryReference: string;
  retentionRule: string;
  kid: string;
  envelope: string;
  requestedBy: string;
  requestedAt: Date;
  state: 'requested' | 'withdrawn' | 'erased';
  decidedBy: string | null;
  decidedAt: Date | null;
  keysDestroyed: number | null;
}

export interface ErasurePart {
  service: string;
  doneAt: Date;
  rows: number;
}

type Decided = Pick<ErasureRow, 'erasureId'> & { by: string; at: Date } & (
    { state: 'withdrawn' } | { state: 'erased'; keysDestroyed: number }
  );

const ERASURE = `SELECT x.erasure_id AS "erasureId", x.partnership_id AS "partnershipId", x.enquiry_id AS "enquiryId",
    e.enquiry_reference AS "enquiryReference", x.retention_rule AS "retentionRule", x.kid, x.envelope, x.requested_by AS "requestedBy",
    x.requested_at AS "requestedAt", x.state, x.decided_by AS "decidedBy", x.decided_at AS "decidedAt", x.keys_destroyed AS "keysDestroyed"
  FROM erasure x JOIN enquiry e ON e.enquiry_id = x.enquiry_id`;
const IS_ERASED = prepared(`SELECT 1 FROM erasure WHERE enquiry_id = $1 AND state = 'erased'`);
const MOST_LISTED = 500;

@Injectable()
export class ErasureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False where one waits already or is done: the index allows one that stands. */
  async add(
    tx: Tx,
    row: Omit<ErasureRow, 'enquiryReference' | 'state' | 'decidedBy' | 'decidedAt' | 'keysDestroyed'>,
  ): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO erasure (erasure_id, partnership_id, enquiry_id, retention_rule, kid, envelope, requested_by, requested_at, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'requested') ON CONFLICT DO NOTHING RETURNING erasure_id`,
      [
        row.erasureId,
        row.partnershipId,
        row.enquiryId,
        row.retentionRule,
        row.kid,
        row.envelope,
        row.requestedBy,
        row.requestedAt,
      ],
    );
    return added.length === 1;
  }

  async find(erasureId: string, tx: Tx = this.dataSource.manager): Promise<ErasureRow | undefined> {
    return (await tx.query<ErasureRow[]>(`${ERASURE} WHERE x.erasure_id = $1`, [erasureId]))[0];
  }

  ofEnquiry(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<ErasureRow[]> {
    return tx.query<ErasureRow[]>(`${ERASURE} WHERE x.enquiry_id = $1 ORDER BY x.requested_at DESC`, [enquiryId]);
  }

  /** What waits for its second person first, then the newest. */
  list(partnershipId: string): Promise<ErasureRow[]> {
    const select = `${ERASURE} WHERE x.partnership_id = $1 ORDER BY x.state = 'requested' DESC, x.requested_at DESC LIMIT ${MOST_LISTED}`;
    return this.dataSource.query<ErasureRow[]>(select, [partnershipId]);
  }

  async decide(tx: Tx, its: Decided): Promise<void> {
    await tx.query(
      `UPDATE erasure SET state = $2, decided_by = $3, decided_at = $4, keys_destroyed = $5 WHERE erasure_id = $1 AND state = 'requested'`,
      [its.erasureId, its.state, its.by, its.at, its.state === 'erased' ? its.keysDestroyed : null],
    );
  }

  /** Whether the keys of this enquiry were destroyed. From then on it reads as one that never was, save to information governance. */
  async isErased(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<boolean> {
    return (await tx.query<unknown[]>(IS_ERASED, [enquiryId])).length > 0;
  }

  async addPart(tx: Tx, erasureId: string, { service, doneAt, rows }: ErasurePart): Promise<void> {
    const insert = `INSERT INTO erasure_part (erasure_id, service, done_at, affected_rows) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
    await tx.query(insert, [erasureId, service, doneAt, rows]);
  }

  partsOf(erasureId: string): Promise<ErasurePart[]> {
    const select = `SELECT service, done_at AS "doneAt", affected_rows AS rows FROM erasure_part WHERE erasure_id = $1 ORDER BY service`;
    return this.dataSource.query<ErasurePart[]>(select, [erasureId]);
  }
}
