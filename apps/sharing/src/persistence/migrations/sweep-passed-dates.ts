import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until when dates that change a fact by themselves were looked for: one row, for all instances. Where something was decided before this, they are looked
 * for from now on: earlier ones, such as the first day of a law, would have every open enquiry decided again at once. A new database says nothing
 * before the first look.
 */
export class SweepPassedDates1795305600350 implements MigrationInterface {
  readonly name = 'SweepPassedDates1795305600350';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE date_sweep (
        one boolean NOT NULL DEFAULT true CONSTRAINT pk_date_sweep PRIMARY KEY CONSTRAINT ck_date_sweep_one CHECK (one),
        swept_until timestamptz(3));
      INSERT INTO date_sweep (swept_until) SELECT CASE WHEN EXISTS (SELECT 1 FROM sharing_decision) THEN now() END;`);
    await grantToAppRole(queryRunner, 'date_sweep', ['SELECT', { UPDATE: ['swept_until'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE date_sweep');
  }
}
