import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_NAMED } from './attested-rows';
import type { Finding } from './finding';

/** An erasure is attested itself: one that is put in to excuse this is found as such. */
const LOST = `
  SELECT k.partnership_id AS "partnershipId", k.kid AS key FROM enquiry_key k
   WHERE k.wrapped IS NULL
     AND (k.enquiry_id IS NOT NULL OR EXISTS (SELECT 1 FROM overflow_binding b WHERE b.kid = k.kid))
     AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.enquiry_id = k.enquiry_id AND e.state = 'erased')
   ORDER BY k.kid LIMIT ${String(MOST_NAMED)}`;

/**
 * Keys whose private half is gone though nobody erased their enquiry. What was sealed to them reads as of an erased one to whoever looks only at the
 * key; keys change when they are bound and wrapped anew, so that their rows are not attested.
 */
@Injectable()
export class LostKeys {
  constructor(private readonly dataSource: DataSource) {}

  /** Named by every check, also those that were written off with their key-encryption key; not those that nothing was ever sealed to. */
  async find(): Promise<Finding[]> {
    const rows = await this.dataSource.query<{ partnershipId: string; key: string }[]>(LOST);
    return rows.map((row) => ({ ...row, table: 'enquiry_key', kind: 'removed' }));
  }
}
