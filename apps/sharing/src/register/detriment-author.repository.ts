import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';

interface Which {
  readonly partnershipId: string;
  readonly agencyId: string;
}

const END = `UPDATE detriment_author SET ended_at = $4, ended_by = $5
  WHERE partnership_id = $1 AND agency_id = $2 AND ended_at IS NULL AND NOT account_id = ANY ($3::text[])`;
const BEGIN = `
  INSERT INTO detriment_author (partnership_id, agency_id, account_id, authorised_at, authorised_by)
  SELECT $1, $2, account, $4, $5 FROM unnest($3::text[]) AS account
   WHERE NOT EXISTS (SELECT 1 FROM detriment_author WHERE partnership_id = $1 AND agency_id = $2 AND account_id = account AND ended_at IS NULL)`;

/** Whom an agency has authorised to record a detriment, and from when until when. Nothing is ever taken out: statements rest on it. */
@Injectable()
export class DetrimentAuthorRepository {
  /** These and no others, from now on. */
  async authorise(
    tx: Tx,
    { partnershipId, agencyId }: Which,
    accountIds: readonly string[],
    its: { at: Date; by: string },
  ): Promise<void> {
    const values = [partnershipId, agencyId, [...new Set(accountIds)], its.at, its.by];
    await tx.query(END, values);
    await tx.query(BEGIN, values);
  }
}
