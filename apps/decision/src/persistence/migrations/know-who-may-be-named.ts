import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the queue may name an agency that is late: its name can say what it knows. Of requests from before nobody knows: they are counted. */
export class KnowWhoMayBeNamed1795305600357 implements MigrationInterface {
  readonly name = 'KnowWhoMayBeNamed1795305600357';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request ADD COLUMN may_be_named boolean NOT NULL DEFAULT false');
    await grantToAppRole(queryRunner, 'asked_request', [{ UPDATE: ['may_be_named'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request DROP COLUMN may_be_named');
  }
}
