import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when dates that change a fact by themselves were looked for: one row, for all instances. Before the first look it says nothing. */
export class SweepPassedDates1795305600350 implements MigrationInterface {
  readonly name = 'SweepPassedDates1795305600350';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE date_sweep (
        one boolean NOT NULL DEFAULT true CONSTRAINT pk_date_sweep PRIMARY KEY CONSTRAINT ck_date_sweep_one CHECK (one),
        swept_until timestamptz(3));
      INSERT INTO date_sweep (swept_until) VALUES (NULL);`);
    await grantToAppRole(queryRunner, 'date_sweep', ['SELECT', { UPDATE: ['swept_until'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE date_sweep');
  }
}
