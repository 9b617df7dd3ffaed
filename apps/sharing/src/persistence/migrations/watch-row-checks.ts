import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

/**
 * The checks themselves: one that was never made would let the night's check be left out, so each is signed and watched. And a row that differs is
 * kept with its hash as it was found, so that what was acknowledged asks again when it changes, and not before.
 */
export class WatchRowChecks1795305600355 implements MigrationInterface {
  readonly name = 'WatchRowChecks1795305600355';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE row_check ADD COLUMN signature text');
    await queryRunner.query('ALTER TABLE row_check_finding ADD COLUMN found_hash text');
    await watchRows(queryRunner, 'row_check', ['check_id']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await unwatchRows(queryRunner, 'row_check');
    await queryRunner.query('ALTER TABLE row_check_finding DROP COLUMN found_hash');
    await queryRunner.query('ALTER TABLE row_check DROP COLUMN signature');
  }
}
