import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonFactRecord } from './person-fact.record';

@Injectable()
export class PersonFactRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, fact: PersonFactRecord): Promise<void> {
    return insertRow(tx, 'person_fact', fact);
  }

  /** The version of what was put on record: whoever holds the roster counts alone. */
  async count(tx: Tx, enquiryId: string): Promise<number> {
    const select = 'SELECT count(*)::int AS version FROM person_fact WHERE enquiry_id = $1';
    return (await tx.query<{ version: number }[]>(select, [enquiryId]))[0]?.version ?? 0;
  }

  /** Every statement of the enquiry, oldest first. */
  of(enquiryId: string): Promise<PersonFactRecord[]> {
    const sql = 'SELECT * FROM person_fact WHERE enquiry_id = $1 ORDER BY stated_at, fact_id';
    return readRows<PersonFactRecord>(this.dataSource, sql, [enquiryId]);
  }
}
