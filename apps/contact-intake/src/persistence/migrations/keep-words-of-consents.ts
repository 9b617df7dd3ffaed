import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
  ALTER TABLE consent_statement ADD COLUMN recorded_at timestamptz, ADD COLUMN words_kid text, ADD COLUMN words_envelope text,
    ADD CONSTRAINT ck_consent_statement_words CHECK ((words_kid IS NULL) = (words_envelope IS NULL));
  UPDATE consent_statement SET recorded_at = stated_at;
  ALTER TABLE consent_statement ALTER COLUMN recorded_at SET NOT NULL;`;

/** What people were told before they answered, sealed with the contact, and when it was written down: they may have answered days before. */
export class KeepWordsOfConsents1795305600200 implements MigrationInterface {
  readonly name = 'KeepWordsOfConsents1795305600200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CHANGES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consent_statement DROP CONSTRAINT ck_consent_statement_words,
        DROP COLUMN recorded_at, DROP COLUMN words_kid, DROP COLUMN words_envelope`);
  }
}
