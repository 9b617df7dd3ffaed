import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AcknowledgementRecord } from './acknowledgement.record';

@Injectable()
export class AcknowledgementRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, acknowledgement: AcknowledgementRecord): Promise<void> {
    return insertRow(tx, 'acknowledgement', acknowledgement);
  }

  async hasFeedback(tx: Tx, feedbackId: string): Promise<boolean> {
    const found = await readRows<AcknowledgementRecord>(tx, 'SELECT * FROM acknowledgement WHERE feedback_id = $1', [
      feedbackId,
    ]);
    return found.length > 0;
  }

  /** Of these contacts, oldest first. */
  of(contactIds: readonly string[]): Promise<AcknowledgementRecord[]> {
    const sql = 'SELECT * FROM acknowledgement WHERE contact_id = ANY($1) ORDER BY at, acknowledgement_id';
    return readRows<AcknowledgementRecord>(this.dataSource, sql, [contactIds]);
  }
}
