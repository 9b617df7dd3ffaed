import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went to the wrong person of an agency is recalled from that one account; null, as before, from the whole agency. */
export class NameOneWrongRecipient1795305600180 implements MigrationInterface {
  readonly name = 'NameOneWrongRecipient1795305600180';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE identity_statement ADD COLUMN recipient_id text
        CONSTRAINT ck_identity_statement_one_recipient CHECK (recipient_id IS NULL OR says = 'wrong_recipient')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity_statement DROP COLUMN recipient_id');
  }
}
