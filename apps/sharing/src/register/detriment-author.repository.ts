import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface Which {
  readonly partnershipId: string;
  readonly agencyId: string;
  readonly accountId: string;
}
export interface DetrimentAuthorRow {
  readonly agencyId: string;
  readonly accountId: string;
  /** Null where they were authorised before names were kept. */
  readonly name: string | null;
  readonly authorisedAt: Date;
}

const STANDING = `
  SELECT agency_id AS "agencyId", account_id AS "accountId", name, authorised_at AS "authorisedAt" FROM detriment_author
   WHERE partnership_id = $1 AND ended_at IS NULL ORDER BY agency_id, name, account_id`;
const BEGIN = `
  INSERT INTO detriment_author (partnership_id, agency_id, account_id, name, authorised_at, authorised_by)
  SELECT $1, $2, $3, $4, $5, $6
   WHERE NOT EXISTS (SELECT 1 FROM detriment_author WHERE partnership_id = $1 AND agency_id = $2 AND account_id = $3 AND ended_at IS NULL)
  RETURNING account_id`;
const END = `UPDATE detriment_author SET ended_at = $4, ended_by = $5
  WHERE partnership_id = $1 AND agency_id = $2 AND account_id = $3 AND ended_at IS NULL RETURNING account_id`;

/** Whom an agency has authorised to record a detriment, and from when until when. Nothing is ever taken out: statements rest on it. */
@Injectable()
export class DetrimentAuthorRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those who are authorised now. */
  standing(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<DetrimentAuthorRow[]> {
    return tx.query<DetrimentAuthorRow[]>(STANDING, [partnershipId]);
  }

  /** @returns false where they are authorised already */
  async authorise(tx: Tx, who: Which & { name: string }, its: { at: Date; by: string }): Promise<boolean> {
    const values = [who.partnershipId, who.agencyId, who.accountId, who.name, its.at, its.by];
    return (await tx.query<unknown[]>(BEGIN, values)).length > 0;
  }

  /** @returns false where nobody of that account is authorised */
  async end(tx: Tx, who: Which, its: { at: Date; by: string }): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(END, [
      ...[who.partnershipId, who.agencyId, who.accountId, its.at, its.by],
    ]);
    return rows.length > 0;
  }
}
