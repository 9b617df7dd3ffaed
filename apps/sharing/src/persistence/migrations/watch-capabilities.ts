import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchRows, watchRows } from './watch-rows';

/** What an agency's system may open is signed as its row stands when it is fetched: that somebody put the row there shows by this alone. */
export class WatchCapabilities1795305600972 implements MigrationInterface {
  readonly name = 'WatchCapabilities1795305600972';

  async up(queryRunner: QueryRunner): Promise<void> {
    await watchRows(queryRunner, 'capability', ['capability_id']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await unwatchRows(queryRunner, 'capability');
  }
}
