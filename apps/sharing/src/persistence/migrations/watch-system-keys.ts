import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

/**
 * By whose signature an agency's answer counts: a key that nobody registered would speak for an agency, and one whose revocation is gone would speak
 * again.
 */
const WATCHED: Readonly<Record<string, readonly string[]>> = { system_key: ['kid'], system_key_end: ['kid', 'kind'] };

export class WatchSystemKeys1795305600700 implements MigrationInterface {
  readonly name = 'WatchSystemKeys1795305600700';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
  }
}
