import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a request: which statutory task its text states (rule book section 1, `states_task`). */
export class StateTheTask1795305600341 implements MigrationInterface {
  readonly name = 'StateTheTask1795305600341';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request ADD COLUMN task text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE request DROP COLUMN task');
  }
}
