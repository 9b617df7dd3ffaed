import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a line to a neighbouring council: that this person lives, lived or is placed there (rule row R-XB-01). */
export class SayWhoseBorder1795305600161 implements MigrationInterface {
  readonly name = 'SayWhoseBorder1795305600161';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request_line ADD COLUMN cross_border boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request_line DROP COLUMN cross_border');
  }
}
