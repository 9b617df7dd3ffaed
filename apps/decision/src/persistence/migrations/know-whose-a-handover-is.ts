import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `ALTER TABLE letter ADD COLUMN handover_digest text;`;
const DOWN = `ALTER TABLE letter DROP COLUMN handover_digest;`;

/** A case goes with the handover that was let go for its team and about its children, and with no other of the same enquiry. */
export class KnowWhoseAHandoverIs1795305600900 implements MigrationInterface {
  readonly name = 'KnowWhoseAHandoverIs1795305600900';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    await grantToAppRole(queryRunner, 'letter', [{ UPDATE: ['handover_digest'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
