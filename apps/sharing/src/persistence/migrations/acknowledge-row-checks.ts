import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

const ACKNOWLEDGEMENT = `
  CREATE TABLE row_check_acknowledgement (
    acknowledgement_id uuid NOT NULL CONSTRAINT pk_row_check_acknowledgement PRIMARY KEY,
    partnership_id uuid NOT NULL,
    check_id uuid NOT NULL CONSTRAINT fk_row_check_acknowledgement_check REFERENCES row_check,
    acknowledged_by text NOT NULL, acknowledged_at timestamptz(3) NOT NULL,
    CONSTRAINT ux_row_check_acknowledgement_once UNIQUE (partnership_id, check_id));`;

/** Who approved an agreement and who overrode a refusal; and what a check found and who has seen it, so that neither can be made to go away. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  agreement_step: ['step_id'],
  review_override: ['override_id'],
  override_judgement: ['judgement_id'],
  row_check_finding: ['finding_id'],
  row_check_acknowledgement: ['acknowledgement_id'],
};

/** What a check found is shown until an officer has acknowledged it: an edit that was put back, or a check that was not finished, hides nothing. */
export class AcknowledgeRowChecks1795305600260 implements MigrationInterface {
  readonly name = 'AcknowledgeRowChecks1795305600260';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ACKNOWLEDGEMENT);
    await grantToAppRole(queryRunner, 'row_check_acknowledgement', ['SELECT', 'INSERT']);
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
    await queryRunner.query('DROP TABLE row_check_acknowledgement');
  }
}
