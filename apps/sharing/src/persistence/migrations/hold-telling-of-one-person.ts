import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Telling is on hold for an enquiry, as before (no person), or of one person in it: a child who objects holds what is told about them. */
export class HoldTellingOfOnePerson1795305600282 implements MigrationInterface {
  readonly name = 'HoldTellingOfOnePerson1795305600282';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE telling_hold DROP CONSTRAINT pk_telling_hold, ADD COLUMN person_id uuid,
        ADD CONSTRAINT uq_telling_hold_person UNIQUE NULLS NOT DISTINCT (enquiry_id, person_id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM telling_hold WHERE person_id IS NOT NULL;
      ALTER TABLE telling_hold DROP CONSTRAINT uq_telling_hold_person, DROP COLUMN person_id, ADD CONSTRAINT pk_telling_hold PRIMARY KEY (enquiry_id);`);
  }
}
