import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StepTaken } from '../domain/agreements/step-taken';

const COLUMNS = `agreement_id AS "agreementId", version, step, agency_id AS "agencyId", by_account AS "byAccount", by_name AS "byName",
  by_job_title AS "byJobTitle", at`;

/** The life of every version, step by step. Added to and never changed. */
@Injectable()
export class AgreementStepRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Oldest first. */
  all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<StepTaken[]> {
    const select = `SELECT ${COLUMNS} FROM agreement_step WHERE partnership_id = $1 ORDER BY at, step_id`;
    return tx.query<StepTaken[]>(select, [partnershipId]);
  }

  async add(tx: Tx, partnershipId: string, step: StepTaken): Promise<void> {
    const { agreementId, version, agencyId, byAccount, byName, byJobTitle, at } = step;
    await tx.query(
      `INSERT INTO agreement_step (step_id, partnership_id, agreement_id, version, step, agency_id, by_account, by_name, by_job_title, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [newId(), partnershipId, agreementId, version, step.step, agencyId, byAccount, byName, byJobTitle, at],
    );
  }
}
