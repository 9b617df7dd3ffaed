import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request of which nothing is owed any more, because the basis of asking is gone, or a human looks again. */
export class RecallRequests1795305600022 implements MigrationInterface {
  readonly name = 'RecallRequests1795305600022';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request ADD COLUMN recalled_at timestamptz(3)');
    await grantToAppRole(queryRunner, 'asked_request', [{ UPDATE: ['recalled_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request DROP COLUMN recalled_at');
  }
}
