import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

/** Whose key it is: two authors may use the same one. */
export interface IdempotencyKey {
  readonly partnershipId: string;
  readonly authorId: string;
  readonly key: string;
}

export interface UsedKey {
  readonly bodyHash: string;
  readonly contactId: string;
}

@Injectable()
export class IdempotencyRepository {
  /** Lets one request of a key pass at a time, until its transaction ends; then says what the key was used for, if it was. */
  async claim(tx: Tx, { partnershipId, authorId, key }: IdempotencyKey): Promise<UsedKey | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`${partnershipId} ${authorId} ${key}`]);
    const sql =
      'SELECT body_hash, contact_id FROM idempotency WHERE partnership_id = $1 AND author_id = $2 AND key = $3';
    const [used] = await readRows<UsedKey>(tx, sql, [partnershipId, authorId, key]);
    return used;
  }

  keep(tx: Tx, key: IdempotencyKey, used: UsedKey, usedAt: Date): Promise<void> {
    return insertRow(tx, 'idempotency', { ...key, ...used, usedAt });
  }
}
