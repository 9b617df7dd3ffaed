import type { StatedConsent } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConsentStatement } from '../domain/consent';
import { insertRow, readRows } from './rows';

@Injectable()
export class ConsentRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, enquiryId: string, { givenById: _derived, ...statement }: ConsentStatement): Promise<void> {
    return insertRow(tx, 'consent_statement', { ...statement, enquiryId });
  }

  /** What was stated of one mention, in that order. */
  ofMention(
    tx: Tx,
    enquiryId: string,
    mentionId: string,
  ): Promise<(StatedConsent & { statedAt: Date; recordedAt: Date })[]> {
    const sql = `SELECT mention_id, kind, state, ground, given_by, how, given_by_mention_id, stated_at, recorded_at FROM consent_statement
                  WHERE enquiry_id = $1 AND mention_id = $2 ORDER BY stated_at, statement_id`;
    return readRows(tx, sql, [enquiryId, mentionId]);
  }

  /** As they were stated, in that order. */
  of(enquiryId: string): Promise<StatedConsent[]> {
    const sql = `SELECT mention_id, kind, state, ground, given_by, how, given_by_mention_id FROM consent_statement
                  WHERE enquiry_id = $1 ORDER BY stated_at, statement_id`;
    return readRows<StatedConsent>(this.dataSource, sql, [enquiryId]);
  }

  /** The statements that came with the contact, by id: `sharing` waits until it has them. */
  async idsOf(enquiryId: string): Promise<string[]> {
    const sql = 'SELECT statement_id FROM consent_statement WHERE enquiry_id = $1 ORDER BY statement_id';
    const rows = await readRows<{ statementId: string }>(this.dataSource, sql, [enquiryId]);
    return rows.map(({ statementId }) => statementId);
  }
}
