import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that are on their way when this runs were announced already: they are noted as such. */
const TABLE = `
  CREATE TABLE letter (
    letter_id uuid NOT NULL CONSTRAINT pk_letter PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_letter_enquiry REFERENCES enquiry,
    outcome text NOT NULL CONSTRAINT ck_letter_outcome CHECK (outcome IN ('PERMIT', 'REVIEW')),
    decided_at timestamptz(3) NOT NULL, announced_at timestamptz(3),
    CONSTRAINT ck_letter_announced CHECK (announced_at IS NULL OR outcome = 'PERMIT'));
  CREATE INDEX ix_letter_enquiry ON letter (enquiry_id);
  INSERT INTO letter (letter_id, enquiry_id, outcome, decided_at, announced_at)
    SELECT letter_id, enquiry_id, 'PERMIT', min(sent_at), min(sent_at) FROM feedback WHERE letter_id IS NOT NULL GROUP BY 1, 2;`;

/** What `sharing` has decided about each letter to a referrer: nobody is written to before it may go. */
export class CreateLetters1795305600033 implements MigrationInterface {
  readonly name = 'CreateLetters1795305600033';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'letter', [
      'SELECT',
      'INSERT',
      { UPDATE: ['outcome', 'decided_at', 'announced_at'] },
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter');
  }
}
