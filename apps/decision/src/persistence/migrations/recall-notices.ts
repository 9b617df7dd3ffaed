import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice of immediate protection that went to the wrong desk: it opens no more, and no receipt of it is owed. */
export class RecallNotices1795305600330 implements MigrationInterface {
  readonly name = 'RecallNotices1795305600330';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice ADD COLUMN recalled_at timestamptz(3)');
    await grantToAppRole(queryRunner, 'notice', [{ UPDATE: ['recalled_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE notice DROP COLUMN recalled_at');
  }
}
