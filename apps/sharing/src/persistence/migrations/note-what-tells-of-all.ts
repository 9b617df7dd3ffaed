import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line about a whole document stands under one child and tells of the household: whoever reads the ledger of a brother or sister must find it. Of a line
 * from before nobody noted it, and a line is never changed: there what the council's own body told counts. A person is also found by the decisions about
 * them.
 */
export class NoteWhatTellsOfAll1795305601605 implements MigrationInterface {
  readonly name = 'NoteWhatTellsOfAll1795305601605';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE disclosure ADD COLUMN is_whole boolean;
      CREATE INDEX ix_sharing_decision_person ON sharing_decision (partnership_id, person_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_sharing_decision_person; ALTER TABLE disclosure DROP COLUMN is_whole');
  }
}
