import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** In SQL: leaves out what belongs to an erased enquiry. `column` is the enquiry's id there. */
export const notErased = (column: string): string =>
  `NOT EXISTS (SELECT 1 FROM erased_enquiry erased WHERE erased.enquiry_id = ${column})`;

export interface ToErase {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly erasureId: string;
  /** Ids of the keys that were destroyed. */
  readonly keyIds: readonly string[];
  readonly at: Date;
  /** Enquiries under legal hold, where the service keeps people whom one of those may have met. */
  readonly held?: readonly string[] | undefined;
}

/** Enquiries whose keys were destroyed: this service removes its part of each, once, and lets nothing of it in again. */
@Injectable()
export class ErasedEnquiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns how many rows were removed or emptied; none where it was done before */
  async erase(tx: Tx, { enquiryId, partnershipId, erasureId, keyIds, at, held }: ToErase): Promise<number> {
    const values = [enquiryId, partnershipId, erasureId, keyIds, at, ...(held === undefined ? [] : [held])];
    const call = `SELECT erase_enquiry($1, $2, $3, $4::text[], $5${held === undefined ? '' : ', $6::uuid[]'}) AS rows`;
    const [erased] = await tx.query<{ rows: number }[]>(call, values);
    return erased?.rows ?? 0;
  }

  async has(enquiryId: string, from: Tx | DataSource = this.dataSource): Promise<boolean> {
    const select = 'SELECT 1 FROM erased_enquiry WHERE enquiry_id = $1';
    return (await from.query<unknown[]>(select, [enquiryId])).length > 0;
  }
}
