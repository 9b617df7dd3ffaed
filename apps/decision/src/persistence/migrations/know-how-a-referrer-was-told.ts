import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  ALTER TABLE feedback ADD COLUMN told_by text
    CONSTRAINT ck_feedback_told_by CHECK (told_by IN ('email', 'telephone_task', 'none'));`;
const DOWN = `ALTER TABLE feedback DROP COLUMN told_by;`;

/** That somebody was asked to ring the referrer, or that nothing was sent, is not that they were told. */
export class KnowHowAReferrerWasTold1795305600910 implements MigrationInterface {
  readonly name = 'KnowHowAReferrerWasTold1795305600910';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    await grantToAppRole(queryRunner, 'feedback', [{ UPDATE: ['told_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
