import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The overflow key of each partnership as `sharing` signed it, for a start while `sharing` is down: a public key, verified when it is read. */
export class KeepOverflowLeases1795305600241 implements MigrationInterface {
  readonly name = 'KeepOverflowLeases1795305600241';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE overflow_lease (
        partnership_id uuid NOT NULL CONSTRAINT overflow_lease_pkey PRIMARY KEY,
        lease jsonb NOT NULL,
        kept_at timestamptz NOT NULL
      )`);
    await grantToAppRole(queryRunner, 'overflow_lease', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE overflow_lease');
  }
}
