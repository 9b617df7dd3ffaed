import type { DestroyedHow, RecallClosedHow } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface RecallRow {
  recallId: string;
  partnershipId: string;
  enquiryId: string;
  openedBy: string;
  openedAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
  closedHow: RecallClosedHow | null;
}

export interface RecallNoticeRow {
  noticeId: string;
  recallId: string;
  partnershipId: string;
  enquiryId: string;
  /** Null where a whole desk was told. */
  recipientId: string | null;
  recipientAgencyId: string;
  shownAt: Date;
  toldAt: Date;
  dueAt: Date;
  destroyedAt: Date | null;
  destroyedBy: string | null;
  destroyedHow: DestroyedHow | null;
}

type Closing = { by: string; at: Date; how: RecallClosedHow; sealed?: { kid: string; envelope: string } };

const RECALL = `SELECT recall_id AS "recallId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", opened_by AS "openedBy", opened_at AS "openedAt",
  closed_at AS "closedAt", closed_by AS "closedBy", closed_how AS "closedHow" FROM recall`;
const NOTICE = `SELECT n.notice_id AS "noticeId", n.recall_id AS "recallId", n.partnership_id AS "partnershipId", n.enquiry_id AS "enquiryId",
  n.recipient_id AS "recipientId", n.recipient_agency_id AS "recipientAgencyId", n.shown_at AS "shownAt", n.told_at AS "toldAt", n.due_at AS "dueAt",
  n.destroyed_at AS "destroyedAt", n.destroyed_by AS "destroyedBy", n.destroyed_how AS "destroyedHow" FROM recall_notice n`;
/** What is still to be destroyed: nobody confirmed it, and the recall stands. */
const WAITS = `n.destroyed_at IS NULL AND EXISTS (SELECT 1 FROM recall r WHERE r.recall_id = n.recall_id AND r.closed_at IS NULL)`;
const NOT_ERASED = `NOT EXISTS (SELECT 1 FROM erasure e WHERE e.enquiry_id = n.enquiry_id AND e.state = 'erased')`;

/** Recalls, and the notice to each who saw what was recalled. */
@Injectable()
export class RecallRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, { recallId, partnershipId, enquiryId, openedBy, openedAt }: RecallRow): Promise<void> {
    const insert =
      'INSERT INTO recall (recall_id, partnership_id, enquiry_id, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5)';
    await tx.query(insert, [recallId, partnershipId, enquiryId, openedBy, openedAt]);
  }

  async addNotice(tx: Tx, row: RecallNoticeRow): Promise<void> {
    await tx.query(
      `INSERT INTO recall_notice (notice_id, recall_id, partnership_id, enquiry_id, recipient_id, recipient_agency_id, shown_at, told_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[row.noticeId, row.recallId, row.partnershipId, row.enquiryId, row.recipientId, row.recipientAgencyId],
        ...[row.shownAt, row.toldAt, row.dueAt],
      ],
    );
  }

  async find(recallId: string, tx: Tx = this.dataSource.manager): Promise<RecallRow | undefined> {
    return (await tx.query<RecallRow[]>(`${RECALL} WHERE recall_id = $1`, [recallId]))[0];
  }

  /** Whoever confirms or closes comes one after another. */
  async lock(tx: Tx, recallId: string): Promise<RecallRow | undefined> {
    return (await tx.query<RecallRow[]>(`${RECALL} WHERE recall_id = $1 FOR UPDATE`, [recallId]))[0];
  }

  /** Open ones first, then the newest. */
  ofEnquiry(enquiryId: string): Promise<RecallRow[]> {
    const select = `${RECALL} WHERE enquiry_id = $1 ORDER BY closed_at IS NULL DESC, opened_at DESC`;
    return this.dataSource.query<RecallRow[]>(select, [enquiryId]);
  }

  notices(recallIds: readonly string[], tx: Tx = this.dataSource.manager): Promise<RecallNoticeRow[]> {
    const select = `${NOTICE} WHERE n.recall_id = ANY($1::uuid[]) ORDER BY n.due_at, n.shown_at, n.notice_id`;
    return tx.query<RecallNoticeRow[]>(select, [recallIds]);
  }

  async findNotice(noticeId: string): Promise<RecallNoticeRow | undefined> {
    return (await this.dataSource.query<RecallNoticeRow[]>(`${NOTICE} WHERE n.notice_id = $1`, [noticeId]))[0];
  }

  /** What waits for this account, or for anybody of its agency. */
  waitingFor(its: { partnershipId: string; id: string; agencyId: string }): Promise<RecallNoticeRow[]> {
    const select = `${NOTICE} WHERE n.partnership_id = $1 AND (n.recipient_id = $2 OR (n.recipient_id IS NULL AND n.recipient_agency_id = $3))
      AND ${WAITS} AND ${NOT_ERASED} ORDER BY n.due_at LIMIT 200`;
    return this.dataSource.query<RecallNoticeRow[]>(select, [its.partnershipId, its.id, its.agencyId]);
  }

  /** @returns false where it was confirmed before */
  async destroyed(tx: Tx, noticeId: string, its: { by: string; at: Date; how: DestroyedHow }): Promise<boolean> {
    const update = `UPDATE recall_notice SET destroyed_at = $2, destroyed_by = $3, destroyed_how = $4 WHERE notice_id = $1 AND destroyed_at IS NULL`;
    const [, updated] = await tx.query<[unknown, number]>(update, [noticeId, its.at, its.by, its.how]);
    return updated === 1;
  }

  /** @returns false where it is closed */
  async close(tx: Tx, recallId: string, { by, at, how, sealed }: Closing): Promise<boolean> {
    const update = `UPDATE recall SET closed_at = $2, closed_by = $3, closed_how = $4, close_kid = $5, close_envelope = $6
      WHERE recall_id = $1 AND closed_at IS NULL`;
    const values = [recallId, at, by, how, sealed?.kid ?? null, sealed?.envelope ?? null];
    const [, updated] = await tx.query<[unknown, number]>(update, values);
    return updated === 1;
  }

  /** The next notice that has passed its time and of which nobody has been told; one that another instance is at is passed over. */
  async nextLate(tx: Tx, now: Date): Promise<RecallNoticeRow | undefined> {
    const select = `${NOTICE} WHERE n.late_announced_at IS NULL AND n.due_at < $1 AND ${WAITS} AND ${NOT_ERASED}
      ORDER BY n.due_at LIMIT 1 FOR UPDATE OF n SKIP LOCKED`;
    return (await tx.query<RecallNoticeRow[]>(select, [now]))[0];
  }

  async lateAnnounced(tx: Tx, noticeId: string, at: Date): Promise<void> {
    await tx.query('UPDATE recall_notice SET late_announced_at = $2 WHERE notice_id = $1', [noticeId, at]);
  }
}
