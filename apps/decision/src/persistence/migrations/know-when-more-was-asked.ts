import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a request was last asked more: an answer that was given before that, and was accepted after it, answers what was asked by then. */
export class KnowWhenMoreWasAsked1795305600653 implements MigrationInterface {
  readonly name = 'KnowWhenMoreWasAsked1795305600653';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request ADD COLUMN last_issued_at timestamptz(3)');
    await grantToAppRole(queryRunner, 'asked_request', [{ UPDATE: ['last_issued_at'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE asked_request DROP COLUMN last_issued_at');
  }
}
