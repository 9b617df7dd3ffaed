import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProtectionTeam } from '../domain/protection';

export interface ProtectionRecord {
  readonly protectionId: string;
  readonly enquiryId: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly outOfHours: boolean;
}

export interface NoticeRecord {
  readonly noticeId: string;
  readonly protectionId: string;
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly agencyId: string;
  readonly team: ProtectionTeam;
  readonly sentAt: Date;
  readonly receiptDueAt: Date;
  readonly receivedAt?: Date;
  readonly receivedBy?: string;
  readonly recalledAt?: Date;
  readonly kid: string;
  readonly envelope: string;
}

/** Whose notices are read: the teams that a person works for, at their own agency in their own partnership. */
export interface NoticeReader {
  readonly partnershipId: string;
  readonly agencyId: string;
  readonly teams: readonly ProtectionTeam[];
}

/**
 * A notice whose agency nobody could name when it was sent stands under its team's own name, for every such team of the partnership.
 */
const MINE = `notice.partnership_id = $1 AND notice.team = ANY($2::text[]) AND notice.agency_id IN ($3, notice.team)`;
const NOTICE = 'SELECT notice.*, enquiry.reference FROM notice JOIN enquiry USING (enquiry_id)';

export type NoticeWithReference = NoticeRecord & { readonly reference: string };

@Injectable()
export class ProtectionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, protection: ProtectionRecord, notices: readonly NoticeRecord[]): Promise<void> {
    await insertRow(tx, 'protection', protection);
    for (const notice of notices) await insertRow(tx, 'notice', notice);
  }

  async find(tx: Tx, protectionId: string): Promise<ProtectionRecord | undefined> {
    return (
      await readRows<ProtectionRecord>(tx, 'SELECT * FROM protection WHERE protection_id = $1', [protectionId])
    )[0];
  }

  of(enquiryId: string): Promise<ProtectionRecord[]> {
    return readRows(this.dataSource, 'SELECT * FROM protection WHERE enquiry_id = $1 ORDER BY started_at', [enquiryId]);
  }

  noticesOf(enquiryId: string, from: Source = this.dataSource): Promise<NoticeRecord[]> {
    return readRows(from, 'SELECT * FROM notice WHERE enquiry_id = $1 ORDER BY sent_at, team', [enquiryId]);
  }

  noticesFor({ partnershipId, agencyId, teams }: NoticeReader): Promise<NoticeWithReference[]> {
    const sql = `${NOTICE} WHERE ${MINE} ORDER BY (notice.received_at IS NULL AND notice.recalled_at IS NULL) DESC, sent_at DESC, notice_id LIMIT 200`;
    return readRows(this.dataSource, sql, [partnershipId, [...teams], agencyId]);
  }

  async noticeFor(
    reader: NoticeReader,
    noticeId: string,
    from: Source = this.dataSource,
  ): Promise<NoticeWithReference | undefined> {
    const { partnershipId, agencyId, teams } = reader;
    const sql = `${NOTICE} WHERE ${MINE} AND notice_id = $4`;
    return (await readRows<NoticeWithReference>(from, sql, [partnershipId, [...teams], agencyId, noticeId]))[0];
  }

  async findNotice(noticeId: string): Promise<NoticeRecord | undefined> {
    return (await readRows<NoticeRecord>(this.dataSource, 'SELECT * FROM notice WHERE notice_id = $1', [noticeId]))[0];
  }

  /** A system of the agency reads what went to its agency by name; a notice that found no agency is for people to find. */
  noticesOfAgency(partnershipId: string, agencyId: string): Promise<NoticeWithReference[]> {
    const sql = `${NOTICE} WHERE notice.partnership_id = $1 AND notice.agency_id = $2
      ORDER BY (notice.received_at IS NULL AND notice.recalled_at IS NULL) DESC, sent_at DESC, notice_id LIMIT 200`;
    return readRows(this.dataSource, sql, [partnershipId, agencyId]);
  }

  /** A notice that was recalled once stays so. */
  async recall(tx: Tx, noticeId: string, at: Date): Promise<void> {
    await tx.query('UPDATE notice SET recalled_at = coalesce(recalled_at, $2) WHERE notice_id = $1', [noticeId, at]);
  }

  /** Only the first receipt counts. @returns whether it is the first receipt */
  async receive(tx: Tx, noticeId: string, receivedBy: string, receivedAt: Date): Promise<boolean> {
    const sql = 'UPDATE notice SET received_at = $2, received_by = $3 WHERE notice_id = $1 AND received_at IS NULL';
    const [, received] = await tx.query<[unknown[], number]>(sql, [noticeId, receivedAt, receivedBy]);
    return received === 1;
  }
}
