import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key to answer to is kept with `sharing`'s signature. One without could be anybody's: it goes, and is asked for anew at the next look. */
export class KeepTheAnswerLease1795305600240 implements MigrationInterface {
  readonly name = 'KeepTheAnswerLease1795305600240';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request ADD COLUMN answer_lease jsonb, DROP COLUMN answer_key');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request ADD COLUMN answer_key jsonb, DROP COLUMN answer_lease');
  }
}
