import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is authorised is named as colleagues know them; those from before have no name kept. */
export class NameDetrimentAuthors1795305600140 implements MigrationInterface {
  readonly name = 'NameDetrimentAuthors1795305600140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE detriment_author ADD COLUMN name text CONSTRAINT ck_detriment_author_name CHECK (length(name) BETWEEN 1 AND 120)`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX ux_detriment_author_standing ON detriment_author (partnership_id, agency_id, account_id) WHERE ended_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ux_detriment_author_standing');
    await queryRunner.query('ALTER TABLE detriment_author DROP COLUMN name');
  }
}
