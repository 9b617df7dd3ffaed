import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By a keyed hash, whose each held form is: nobody takes the room of everybody. Absent in what was held before it was noted, which is gone within half
 * an hour.
 */
export class SayWhoseHeldPostsAre1795305600970 implements MigrationInterface {
  readonly name = 'SayWhoseHeldPostsAre1795305600970';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE held_post ADD COLUMN held_for text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE held_post DROP COLUMN held_for');
  }
}
