import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE holder_statement (
    statement_id uuid NOT NULL CONSTRAINT pk_holder_statement PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, item_id uuid NOT NULL, agency_id text NOT NULL,
    stated_by text NOT NULL, stated_at timestamptz(3) NOT NULL,
    review_id uuid CONSTRAINT fk_holder_statement_review REFERENCES review,
    kid text NOT NULL, envelope text NOT NULL);
  CREATE INDEX ix_holder_statement_enquiry ON holder_statement (enquiry_id, stated_at);

  CREATE TABLE detriment_author (
    partnership_id uuid NOT NULL, agency_id text NOT NULL, account_id text NOT NULL,
    authorised_at timestamptz(3) NOT NULL, authorised_by text NOT NULL,
    ended_at timestamptz(3), ended_by text,
    CONSTRAINT pk_detriment_author PRIMARY KEY (partnership_id, agency_id, account_id, authorised_at),
    CONSTRAINT ck_detriment_author_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL)));`;

/** What holders say of their items, sealed, and whom each agency has authorised to record a detriment. Statements are never changed. */
export class CreateHolderStatements1795305600030 implements MigrationInterface {
  readonly name = 'CreateHolderStatements1795305600030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'holder_statement', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'detriment_author', ['SELECT', 'INSERT', { UPDATE: ['ended_at', 'ended_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE detriment_author, holder_statement');
  }
}
