import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `ALTER TABLE letter ADD COLUMN replaced_by uuid;`;
const DOWN = `ALTER TABLE letter DROP COLUMN replaced_by;`;

/** A letter that another took the place of was refused by nobody. */
export class KnowWhatTookItsPlace1795305600911 implements MigrationInterface {
  readonly name = 'KnowWhatTookItsPlace1795305600911';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
    await grantToAppRole(queryRunner, 'letter', [{ UPDATE: ['replaced_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
