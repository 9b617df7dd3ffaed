import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonFactRecord } from './person-fact.record';
import { insertRow, readRows } from './rows';

@Injectable()
export class PersonFactRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, fact: PersonFactRecord): Promise<void> {
    return insertRow(tx, 'person_fact', fact);
  }

  /** Every statement of the enquiry, oldest first. */
  of(enquiryId: string): Promise<PersonFactRecord[]> {
    const sql = 'SELECT * FROM person_fact WHERE enquiry_id = $1 ORDER BY stated_at, fact_id';
    return readRows<PersonFactRecord>(this.dataSource, sql, [enquiryId]);
  }
}
