import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CapturedMailRecord } from './acknowledgement.record';
import { insertRow, readRows } from './rows';

const MOST_LISTED = 200;

@Injectable()
export class CapturedMailRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, mail: CapturedMailRecord): Promise<void> {
    return insertRow(tx, 'captured_mail', mail);
  }

  listOf(partnershipId: string, accountId: string): Promise<CapturedMailRecord[]> {
    const sql = `SELECT * FROM captured_mail WHERE partnership_id = $1 AND account_id = $2
                  ORDER BY sent_at DESC, message_id LIMIT ${MOST_LISTED}`;
    return readRows<CapturedMailRecord>(this.dataSource, sql, [partnershipId, accountId]);
  }
}
