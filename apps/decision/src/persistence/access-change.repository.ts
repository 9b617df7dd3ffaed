import type { Sealed } from '@mash/contracts';
import { insertRow, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

export interface AccessChange {
  readonly changeId: string;
  readonly enquiryId: string;
  readonly version: number;
  readonly restricted: boolean;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** Why somebody changed who may see an enquiry: added, never changed. */
@Injectable()
export class AccessChangeRepository {
  async add(tx: Tx, change: AccessChange, sealedReason: Sealed): Promise<void> {
    await insertRow(tx, 'access_change', { ...change, ...sealedReason });
  }

  async wasMade(tx: Tx, its: { changeId: string; enquiryId: string; by: string }): Promise<boolean> {
    const sql = 'SELECT 1 FROM access_change WHERE change_id = $1 AND enquiry_id = $2 AND changed_by = $3';
    return (await tx.query<unknown[]>(sql, [its.changeId, its.enquiryId, its.by])).length > 0;
  }
}
