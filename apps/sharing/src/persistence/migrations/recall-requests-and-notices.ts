import type { MigrationInterface, QueryRunner } from 'typeorm';

const ABOUT = (kinds: string) => `
  ALTER TABLE identity_statement DROP CONSTRAINT ck_identity_statement_about,
    ADD CONSTRAINT ck_identity_statement_about CHECK (about_kind IN (${kinds}))`;

/** A request that an agency opened, and a notice of immediate protection, are recalled like anything else that went wrong. */
export class RecallRequestsAndNotices1795305600320 implements MigrationInterface {
  readonly name = 'RecallRequestsAndNotices1795305600320';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ABOUT(`'item', 'answer', 'person', 'product', 'request', 'notice'`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ABOUT(`'item', 'answer', 'person', 'product'`));
  }
}
