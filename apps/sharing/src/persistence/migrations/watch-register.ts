import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

/**
 * What the rules read of each body, who signs for it, and who may release what it holds: whoever could write there would decide who learns what, with no
 * line of any agreement, consent or ledger changed.
 */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  agency: ['partnership_id', 'agency_id'],
  signatory: ['partnership_id', 'agency_id', 'account_id'],
  releaser_appointment: ['appointment_id'],
};

export class WatchRegister1795305600840 implements MigrationInterface {
  readonly name = 'WatchRegister1795305600840';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
  }
}
