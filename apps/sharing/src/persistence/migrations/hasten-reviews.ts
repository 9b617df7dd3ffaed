import { appRoleOf, grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rungs of a REVIEW come sooner once its enquiry is rated more urgent. */
const RUNGS = ['deputy_at', 'due_at', 'double_at'];

export class HastenReviews1795305600990 implements MigrationInterface {
  readonly name = 'HastenReviews1795305600990';

  async up(queryRunner: QueryRunner): Promise<void> {
    await grantToAppRole(queryRunner, 'review', [{ UPDATE: RUNGS }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`REVOKE UPDATE (${RUNGS.join(', ')}) ON review FROM "${await appRoleOf(queryRunner)}"`);
  }
}
