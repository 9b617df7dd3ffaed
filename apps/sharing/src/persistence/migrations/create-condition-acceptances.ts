import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE condition_acceptance (
    acceptance_id uuid NOT NULL CONSTRAINT pk_condition_acceptance PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, account_id text NOT NULL, accepted_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL);
  CREATE INDEX ix_condition_acceptance_viewer ON condition_acceptance (enquiry_id, account_id);`;

/** Who accepted a holder's condition before reading. Which items it was lies sealed: that an item has a condition says something of it. */
export class CreateConditionAcceptances1795305600032 implements MigrationInterface {
  readonly name = 'CreateConditionAcceptances1795305600032';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'condition_acceptance', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE condition_acceptance');
  }
}
