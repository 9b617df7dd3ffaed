import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE caller (
    contact_id uuid CONSTRAINT pk_caller PRIMARY KEY CONSTRAINT fk_caller_contact REFERENCES contact,
    key_id text NOT NULL,
    envelope text NOT NULL,
    kept_at timestamptz NOT NULL);`;

/** Who told, in a row and an envelope of its own: whoever reads a concern does not read who brought it. */
export class KeepCallers1795305600080 implements MigrationInterface {
  readonly name = 'KeepCallers1795305600080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'caller', ['SELECT', 'INSERT']); // never altered
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE caller');
  }
}
