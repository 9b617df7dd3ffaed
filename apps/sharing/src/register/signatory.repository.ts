import type { Signatory } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const COLUMNS = `account_id AS "accountId", agency_id AS "agencyId", name, job_title AS "jobTitle", approves, ended_on::text AS "endedOn"`;

/** Who signs for which body, by name and post. Nobody is taken out: what they signed stays signed. */
@Injectable()
export class SignatoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  async all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<Signatory[]> {
    const select = `SELECT ${COLUMNS} FROM signatory WHERE partnership_id = $1 ORDER BY agency_id, name`;
    const rows = await tx.query<(Omit<Signatory, 'endedOn'> & { endedOn: string | null })[]>(select, [partnershipId]);
    return rows.map(({ endedOn, ...signatory }) => ({ ...signatory, ...(endedOn !== null && { endedOn }) }));
  }

  async save(
    tx: Tx,
    partnershipId: string,
    { accountId, agencyId, name, jobTitle, approves, endedOn }: Signatory,
    at: Date,
  ) {
    await tx.query(
      `INSERT INTO signatory (partnership_id, agency_id, account_id, name, job_title, approves, ended_on, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (partnership_id, agency_id, account_id) DO UPDATE SET name = excluded.name, job_title = excluded.job_title,
          approves = excluded.approves, ended_on = excluded.ended_on, updated_at = excluded.updated_at`,
      [partnershipId, agencyId, accountId, name, jobTitle, approves, endedOn ?? null, at],
    );
  }
}
