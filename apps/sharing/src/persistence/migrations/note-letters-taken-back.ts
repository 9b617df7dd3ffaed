import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE letter_taken_back (
    product_id uuid NOT NULL CONSTRAINT pk_letter_taken_back PRIMARY KEY CONSTRAINT fk_letter_taken_back_product REFERENCES outward_product,
    taken_back_at timestamptz(3) NOT NULL);`;

/** A letter that waits and is taken back by the hub never goes: `decision` says so, and that is noted. */
export class NoteLettersTakenBack1795305601602 implements MigrationInterface {
  readonly name = 'NoteLettersTakenBack1795305601602';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'letter_taken_back', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter_taken_back');
  }
}
