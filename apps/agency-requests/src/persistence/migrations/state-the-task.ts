import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a request: which statutory task its text states (rule book section 1, `states_task`). Whoever sent a request before this was asked for no task,
 * and for no worry of its lines: both are read as they were then. Every row of today says its task, or that it states none, so that the default
 * is that of rows from before, and of an instance of the release before that still runs.
 */
export class StateTheTask1795305600341 implements MigrationInterface {
  readonly name = 'StateTheTask1795305600341';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE request ADD COLUMN task text DEFAULT 'unasked'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request DROP COLUMN task');
  }
}
