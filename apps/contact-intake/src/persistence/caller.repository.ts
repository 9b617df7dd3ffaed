import type { Sealed } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Who told, sealed: written once beside the contact, read by nobody here. */
export interface CallerRecord {
  readonly contactId: string;
  readonly keyId: string;
  readonly envelope: string;
  readonly keptAt: Date;
}

@Injectable()
export class CallerRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, caller: CallerRecord): Promise<void> {
    return insertRow(tx, 'caller', caller);
  }

  /** Undefined where nobody said who they are. */
  async of(contactId: string): Promise<Sealed | undefined> {
    const sql = 'SELECT * FROM caller WHERE contact_id = $1';
    const [caller] = await readRows<CallerRecord>(this.dataSource, sql, [contactId]);
    return caller && { kid: caller.keyId, envelope: caller.envelope };
  }
}
