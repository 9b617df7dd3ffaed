import { unconflicted } from '@mash/case-access';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Something of an agency's was told in immediate protection: to whom, how much, when. Which items, the ledger says, sealed. */
export interface HolderNoticeRow {
  noticeId: string;
  partnershipId: string;
  enquiryId: string;
  releaseId: string;
  /** Whose information it is. */
  agencyId: string;
  toAgencyId: string;
  audience: 'police' | 'team_sc';
  items: number;
  toldAt: Date;
  seenAt: Date | null;
  seenBy: string | null;
}

const COLUMNS = `n.notice_id AS "noticeId", n.partnership_id AS "partnershipId", n.enquiry_id AS "enquiryId", n.release_id AS "releaseId",
  n.agency_id AS "agencyId", n.to_agency_id AS "toAgencyId", n.audience, n.items, n.told_at AS "toldAt", n.seen_at AS "seenAt", n.seen_by AS "seenBy"`;

@Injectable()
export class HolderNoticeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** An agency is told once of one call. */
  async add(tx: Tx, row: Omit<HolderNoticeRow, 'seenAt' | 'seenBy'>): Promise<void> {
    await tx.query(
      `INSERT INTO holder_notice (notice_id, partnership_id, enquiry_id, release_id, agency_id, to_agency_id, audience, items, told_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        ...[row.noticeId, row.partnershipId, row.enquiryId, row.releaseId, row.agencyId, row.toAgencyId, row.audience],
        ...[row.items, row.toldAt],
      ],
    );
  }

  async find(noticeId: string, tx: Tx): Promise<HolderNoticeRow | undefined> {
    return (
      await tx.query<HolderNoticeRow[]>(`SELECT ${COLUMNS} FROM holder_notice n WHERE notice_id = $1`, [noticeId])
    )[0];
  }

  /** An agency's own: not seen first, then what it saw in the last two weeks; nothing about which the reader has a conflict of interest. */
  ofAgency(
    partnershipId: string,
    agencyId: string,
    reader: string,
  ): Promise<(HolderNoticeRow & { enquiryReference: string })[]> {
    const select = `SELECT ${COLUMNS}, e.enquiry_reference AS "enquiryReference" FROM holder_notice n JOIN enquiry e ON e.enquiry_id = n.enquiry_id
      WHERE n.partnership_id = $1 AND n.agency_id = $2 AND ${unconflicted('n.enquiry_id', '$3')} AND (n.seen_at IS NULL OR n.seen_at > now() - interval '14 days')
        AND NOT EXISTS (SELECT 1 FROM erasure x WHERE x.enquiry_id = n.enquiry_id AND x.state = 'erased')
      ORDER BY n.seen_at NULLS FIRST, n.told_at DESC, n.notice_id LIMIT 200`;
    return this.dataSource.query(select, [partnershipId, agencyId, reader]);
  }

  /** Who saw it first stays. */
  async seen(tx: Tx, noticeId: string, by: string, at: Date): Promise<void> {
    await tx.query('UPDATE holder_notice SET seen_at = $3, seen_by = $2 WHERE notice_id = $1 AND seen_at IS NULL', [
      ...[noticeId, by, at],
    ]);
  }
}
