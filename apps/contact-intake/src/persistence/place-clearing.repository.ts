import type { ProtectedPlace } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** That places which were protected need not be any more: who said so, when, and why, sealed. */
export interface PlaceClearing {
  readonly clearingId: string;
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly personId: string;
  readonly places: readonly ProtectedPlace[];
  readonly reasonKid: string;
  readonly reasonEnvelope: string;
  readonly clearedBy: string;
  readonly clearedAt: Date;
}

@Injectable()
export class PlaceClearingRepository {
  constructor(private readonly dataSource: DataSource) {}

  add(tx: Tx, clearing: PlaceClearing): Promise<void> {
    return insertRow(tx, 'place_clearing', clearing);
  }

  async byId(tx: Tx, clearingId: string): Promise<PlaceClearing | undefined> {
    const sql = 'SELECT * FROM place_clearing WHERE clearing_id = $1';
    return (await readRows<PlaceClearing>(tx, sql, [clearingId]))[0];
  }

  /** Of one enquiry, oldest first. */
  of(enquiryId: string): Promise<PlaceClearing[]> {
    const sql = 'SELECT * FROM place_clearing WHERE enquiry_id = $1 ORDER BY cleared_at, clearing_id';
    return readRows<PlaceClearing>(this.dataSource, sql, [enquiryId]);
  }
}
