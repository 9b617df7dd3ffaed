import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which agency of those with such a team a case went: the staff of another have no part in it. Of routes from before nobody knows. */
export class RouteToAnAgency1795305600450 implements MigrationInterface {
  readonly name = 'RouteToAnAgency1795305600450';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE route ADD COLUMN to_agency_id text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE route DROP COLUMN to_agency_id');
  }
}
