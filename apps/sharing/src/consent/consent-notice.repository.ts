import { unconflicted } from '@mash/case-access';
import type { ConsentKind, ConsentNoticeSent, ConsentState } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type Holding = ConsentNoticeSent['holds'][number];
export type Confirmation = NonNullable<ConsentNoticeSent['confirmed']>;

/** One body that holds something about a person was told that consent changed. Ids and codes only. */
export interface ConsentNoticeRow {
  noticeId: string;
  partnershipId: string;
  enquiryId: string;
  personId: string;
  statementId: string;
  state: ConsentState;
  agencyId: string;
  holds: Holding[];
  raisedAt: Date;
  dueAt: Date;
  confirmed: Confirmation | null;
  confirmedBy: string | null;
  confirmedAt: Date | null;
}

const COLUMNS = `notice_id AS "noticeId", partnership_id AS "partnershipId", enquiry_id AS "enquiryId", person_id AS "personId",
  statement_id AS "statementId", state, agency_id AS "agencyId", holds, raised_at AS "raisedAt", due_at AS "dueAt",
  confirmed, confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt"`;

@Injectable()
export class ConsentNoticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A body is told once of one statement. @returns false where it was told before */
  async add(tx: Tx, row: Omit<ConsentNoticeRow, 'confirmed' | 'confirmedBy' | 'confirmedAt'>): Promise<boolean> {
    const { noticeId, partnershipId, enquiryId, personId, statementId, state, agencyId, holds, raisedAt, dueAt } = row;
    const added = await tx.query<unknown[]>(
      `INSERT INTO consent_notice (notice_id, partnership_id, enquiry_id, person_id, statement_id, state, agency_id, holds, raised_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING notice_id`,
      [noticeId, partnershipId, enquiryId, personId, statementId, state, agencyId, holds, raisedAt, dueAt],
    );
    return added.length > 0;
  }

  async enquiryOf(noticeId: string): Promise<string | undefined> {
    const select = `SELECT enquiry_id AS "enquiryId" FROM consent_notice WHERE notice_id = $1`;
    return (await this.dataSource.query<{ enquiryId: string }[]>(select, [noticeId]))[0]?.enquiryId;
  }

  async findForUpdate(tx: Tx, noticeId: string): Promise<ConsentNoticeRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM consent_notice WHERE notice_id = $1 FOR UPDATE`;
    return (await tx.query<ConsentNoticeRow[]>(select, [noticeId]))[0];
  }

  ofEnquiry(enquiryId: string): Promise<ConsentNoticeRow[]> {
    const select = `SELECT ${COLUMNS} FROM consent_notice WHERE enquiry_id = $1 ORDER BY raised_at DESC, agency_id`;
    return this.dataSource.query<ConsentNoticeRow[]>(select, [enquiryId]);
  }

  /** A body's own: what it has still to confirm first, then what it confirmed in the last two weeks; nothing about which the reader has a conflict of interest. */
  ofAgency(
    partnershipId: string,
    agencyId: string,
    reader: string,
  ): Promise<(ConsentNoticeRow & { enquiryReference: string })[]> {
    const select = `SELECT * FROM (SELECT ${COLUMNS} FROM consent_notice WHERE partnership_id = $1 AND agency_id = $2 AND ${unconflicted('consent_notice.enquiry_id', '$3')}
          AND (confirmed IS NULL OR confirmed_at > now() - interval '14 days')) notice
        JOIN (SELECT enquiry_id, enquiry_reference AS "enquiryReference" FROM enquiry
          WHERE NOT EXISTS (SELECT 1 FROM erasure x WHERE x.enquiry_id = enquiry.enquiry_id AND x.state = 'erased')) known ON known.enquiry_id = notice."enquiryId"
      ORDER BY "confirmedAt" NULLS FIRST, "dueAt", "noticeId" LIMIT 200`;
    return this.dataSource.query(select, [partnershipId, agencyId, reader]);
  }

  async confirm(tx: Tx, noticeId: string, its: { did: Confirmation; by: string; at: Date }): Promise<void> {
    const update = `UPDATE consent_notice SET confirmed = $2, confirmed_by = $3, confirmed_at = $4 WHERE notice_id = $1`;
    await tx.query(update, [noticeId, its.did, its.by, its.at]);
  }

  /** When each body was last told of this consent of somebody, by whatever ids they were known. */
  async lastTold(
    tx: Tx,
    enquiryId: string,
    personIds: readonly string[],
    kind: ConsentKind,
  ): Promise<Map<string, Date>> {
    const select = `SELECT n.agency_id AS "agencyId", max(n.raised_at) AS at FROM consent_notice n JOIN consent_statement s USING (statement_id)
      WHERE n.enquiry_id = $1 AND n.person_id = ANY($2) AND s.kind = $3 GROUP BY n.agency_id`;
    const rows = await tx.query<{ agencyId: string; at: Date }[]>(select, [enquiryId, personIds, kind]);
    return new Map(rows.map(({ agencyId, at }) => [agencyId, at]));
  }

  async areAllConfirmed(tx: Tx, enquiryId: string): Promise<boolean> {
    const select = `SELECT 1 FROM consent_notice WHERE enquiry_id = $1 AND confirmed IS NULL LIMIT 1`;
    return (await tx.query<unknown[]>(select, [enquiryId])).length === 0;
  }
}
