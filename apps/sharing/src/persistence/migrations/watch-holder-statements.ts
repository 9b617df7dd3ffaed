import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

const WATCHED: Readonly<Record<string, readonly string[]>> = {
  holder_statement: ['statement_id'],
  detriment_author: ['partnership_id', 'agency_id', 'account_id', 'authorised_at'],
  condition_acceptance: ['acceptance_id'],
};

/** A statement that is taken out behind the application would take a refusal away: what holders say is attested like what was decided. */
export class WatchHolderStatements1795305600098 implements MigrationInterface {
  readonly name = 'WatchHolderStatements1795305600098';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
  }
}
