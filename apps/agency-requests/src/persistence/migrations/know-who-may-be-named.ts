import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An agency's name can say what it knows of a family. Of each request it is kept, as the register had it when it was sent, whether every list may name
 * the agency; of those from before nobody knows, and `sharing` is asked.
 */
export class KnowWhoMayBeNamed1795305600356 implements MigrationInterface {
  readonly name = 'KnowWhoMayBeNamed1795305600356';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request ADD COLUMN may_be_named boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request DROP COLUMN may_be_named');
  }
}
