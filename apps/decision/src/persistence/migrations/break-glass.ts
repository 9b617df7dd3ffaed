import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE broken_glass (
    glass_id uuid NOT NULL CONSTRAINT pk_broken_glass PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_broken_glass_enquiry REFERENCES enquiry,
    partnership_id uuid NOT NULL, account_id text NOT NULL, reason text NOT NULL,
    broken_at timestamptz(3) NOT NULL, ends_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL,
    CONSTRAINT ck_broken_glass_ends CHECK (ends_at > broken_at));
  CREATE INDEX ix_broken_glass_enquiry ON broken_glass (enquiry_id, account_id, ends_at);
  CREATE INDEX ix_broken_glass_partnership ON broken_glass (partnership_id, broken_at DESC);

  CREATE TABLE broken_glass_end (
    glass_id uuid NOT NULL CONSTRAINT pk_broken_glass_end PRIMARY KEY CONSTRAINT fk_broken_glass_end_glass REFERENCES broken_glass,
    ended_by text NOT NULL, ended_at timestamptz(3) NOT NULL);

  CREATE TABLE broken_glass_review (
    review_id uuid NOT NULL CONSTRAINT pk_broken_glass_review PRIMARY KEY,
    glass_id uuid NOT NULL CONSTRAINT fk_broken_glass_review_glass REFERENCES broken_glass,
    verdict text NOT NULL CONSTRAINT ck_broken_glass_review_verdict CHECK (verdict IN ('justified', 'ask_manager', 'investigate')),
    reviewed_by text NOT NULL, reviewed_at timestamptz(3) NOT NULL);
  CREATE INDEX ix_broken_glass_review_glass ON broken_glass_review (glass_id, reviewed_at);`;

/** Who opened a restricted enquiry that was closed to them, when it was shut again, and what was made of it. All of it is added, never changed. */
export class BreakGlass1795305600088 implements MigrationInterface {
  readonly name = 'BreakGlass1795305600088';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of ['broken_glass', 'broken_glass_end', 'broken_glass_review'])
      await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE broken_glass_review, broken_glass_end, broken_glass');
  }
}
