import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

const WATCHED = {
  outward_product: ['product_id'],
  product_sent: ['product_id'],
  letter_taken_back: ['product_id'],
  checked_answer: ['answer_id'],
};

/** A ledger that says whether a letter or handover has gone rests on these; so does whose an accepted answer is. */
export class WatchWhatGoesOut1795305601604 implements MigrationInterface {
  readonly name = 'WatchWhatGoesOut1795305601604';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, key] of Object.entries(WATCHED)) await watchRows(queryRunner, table, key);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WATCHED)) await unwatchRows(queryRunner, table);
  }
}
