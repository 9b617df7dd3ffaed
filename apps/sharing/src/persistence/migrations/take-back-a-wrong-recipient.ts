import type { MigrationInterface, QueryRunner } from 'typeorm';

const constraints = (says: readonly string[], ofRecipient: readonly string[]) => {
  const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');
  return `
  ALTER TABLE identity_statement DROP CONSTRAINT ck_identity_statement_says, DROP CONSTRAINT ck_identity_statement_recipient,
    DROP CONSTRAINT ck_identity_statement_one_recipient,
    ADD CONSTRAINT ck_identity_statement_says CHECK (says IN (${listed(says)})),
    ADD CONSTRAINT ck_identity_statement_recipient CHECK ((says IN (${listed(ofRecipient)})) = (recipient_agency_id IS NOT NULL)),
    ADD CONSTRAINT ck_identity_statement_one_recipient CHECK (recipient_id IS NULL OR says IN (${listed(ofRecipient)}))`;
};
const BEFORE = ['wrong_person', 'doubted', 'wrong_recipient', 'confirmed'];

/** That something went to the wrong place is taken back by another statement, of the same thing and the same recipient. */
export class TakeBackAWrongRecipient1795305600801 implements MigrationInterface {
  readonly name = 'TakeBackAWrongRecipient1795305600801';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(constraints([...BEFORE, 'right_recipient'], ['wrong_recipient', 'right_recipient']));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(constraints(BEFORE, ['wrong_recipient']));
  }
}
