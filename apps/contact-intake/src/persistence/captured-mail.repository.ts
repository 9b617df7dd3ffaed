import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CapturedMailRecord } from './acknowledgement.record';

const MOST_LISTED = 200;

@Injectable()
export class CapturedMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, mail: CapturedMailRecord): Promise<void> {
    return insertRow(tx, 'captured_mail', mail);
  }

  /** The mail of one cause, whose id it has: a second one of it changes nothing. */
  async addOnce(tx: Tx, mail: CapturedMailRecord): Promise<void> {
    const { messageId, partnershipId, accountId, contactId, subject, body, sentAt } = mail;
    await tx.query(
      `INSERT INTO captured_mail (message_id, partnership_id, account_id, contact_id, subject, body, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT pk_captured_mail DO NOTHING`,
      [messageId, partnershipId, accountId, contactId, subject, body, sentAt],
    );
  }

  listOf(partnershipId: string, accountId: string): Promise<CapturedMailRecord[]> {
    const sql = `SELECT * FROM captured_mail WHERE partnership_id = $1 AND account_id = $2
                  ORDER BY sent_at DESC, message_id LIMIT ${MOST_LISTED}`;
    return readRows<CapturedMailRecord>(this.dataSource, sql, [partnershipId, accountId]);
  }
}
