import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each change of who may see an enquiry has a number, so that whoever hears of it late knows which one counts. */
export class CountAccessChanges1795305600086 implements MigrationInterface {
  readonly name = 'CountAccessChanges1795305600086';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE enquiry ADD COLUMN access_version integer NOT NULL DEFAULT 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE enquiry DROP COLUMN access_version');
  }
}
