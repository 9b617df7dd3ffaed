import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that were written before stand as they are: what they say was plain when it was said. Every later one is checked. */
const CHANGES = `
  ALTER TABLE sharing_decision ADD COLUMN detail_kid text, ADD COLUMN detail_envelope text;
  ALTER TABLE sharing_decision ADD CONSTRAINT ck_sharing_decision_sealed CHECK (about_kind = 'request-line' OR (detail_envelope IS NOT NULL
    AND rule = 'hidden' AND reasons = '{}' AND lawful_basis = '{}' AND obligations = '{}' AND redactions = '{}')) NOT VALID;
  ALTER TABLE sharing_decision ADD CONSTRAINT ck_sharing_decision_detail CHECK ((detail_kid IS NULL) = (detail_envelope IS NULL));
  ALTER TABLE review ADD CONSTRAINT ck_review_condition CHECK (condition IS NULL) NOT VALID;`;

const UNDONE = `
  ALTER TABLE review DROP CONSTRAINT ck_review_condition;
  ALTER TABLE sharing_decision DROP CONSTRAINT ck_sharing_decision_detail, DROP CONSTRAINT ck_sharing_decision_sealed,
    DROP COLUMN detail_envelope, DROP COLUMN detail_kid;`;

/** Rule, reasons, bases, obligations and redactions of a decision about an item say what kind of information it is: they lie sealed. */
export class SealRulings1795305600031 implements MigrationInterface {
  readonly name = 'SealRulings1795305600031';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHANGES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UNDONE);
  }
}
